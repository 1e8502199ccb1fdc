import { useId, useMemo } from 'react';
import type { AttentionKind, Cell, ResolvedTheme } from '../../contract/index.ts';
import {
  type AmountScale,
  cellRect,
  type Forbidden,
  handHatchColour,
  hatchColour,
  type Matrix,
  namedPlaces,
} from '../../layout/index.ts';
import '../AttentionMatrix/AttentionMatrix.css';
import { Cells } from '../AttentionMatrix/Cells.tsx';
import { CrossHair } from '../AttentionMatrix/CrossHair.tsx';
import { Headers } from '../AttentionMatrix/Headers.tsx';
import { Leaders } from '../AttentionMatrix/Leaders.tsx';
import { Stays } from '../AttentionMatrix/Stays.tsx';
import { shownPlaces } from '../AttentionMatrix/shownPlaces.ts';
import { useGridLayout } from '../AttentionMatrix/useGridLayout.ts';
import { usePointing } from '../AttentionMatrix/usePointing.ts';
import { useScrolling } from '../AttentionMatrix/useScrolling.ts';
import { WordTies } from '../AttentionMatrix/WordTies.tsx';
import type { GridLabel } from './label.ts';

export interface NumberGridProps {
  /** Whose hue the grid has. */
  readonly kind: AttentionKind;
  /** [T, S] */
  readonly matrix: Matrix;
  /** Cells that have no number [T, S]; they are hatched. */
  readonly without: Forbidden;
  /** Numbers of either sign. */
  readonly signed: boolean;
  /** A cell's number as it is written, where it is no share. */
  readonly text?: (value: number) => string;
  readonly scale: Pick<AmountScale, 'css' | 'rgb' | 'inkOn'>;
  readonly rows: readonly GridLabel[];
  readonly columns: readonly GridLabel[];
  /** Pointed at here or in a grid beside it; what it is, is said elsewhere. */
  readonly pointed: Cell | null;
  readonly onPoint: (cell: Cell | null) => void;
  /** The cell that is held, and how another one is, or none; left out, none can be. */
  readonly pinned?: Cell | null;
  readonly onPin?: (cell: Cell | null) => void;
  /** A cell in a sentence. */
  readonly say: (cell: Cell) => string;
  readonly theme: ResolvedTheme;
  /** Above the grid. */
  readonly title: string;
  readonly compact: boolean;
  /** The gutter of the rows, px, where grids beside each other share it; else as wide as their words. */
  readonly leftPx?: number | undefined;
}

const NO_MARKS: readonly Cell[] = [];
const noPin = () => {};

const shownOf = (labels: readonly GridLabel[]) => labels.map(({ shown }) => shown);
const spokenOf = (labels: readonly GridLabel[]) => labels.map(({ spoken }) => spoken);

const alwaysOf = (labels: readonly GridLabel[]) =>
  labels.flatMap(({ always }, at) => (always === true ? [at] : []));

/** The grid laid out in the room there is, and the words that it never leaves out. */
function useLayout({ rows, columns, compact, matrix, leftPx, pinned = null }: NumberGridProps) {
  const queries = useMemo(() => shownOf(rows), [rows]);
  const keys = useMemo(() => shownOf(columns), [columns]);
  const named = useMemo(
    () => namedPlaces(matrix, { rows: alwaysOf(rows), columns: alwaysOf(columns) }, pinned),
    [matrix, rows, columns, pinned],
  );
  return { ...useGridLayout({ queries, keys, compact, leftPx }), named };
}

/** Numbers over words, of one sign or of both: a heatmap to be laid beside others, whose pointed cell is theirs too. */
export function NumberGrid(props: NumberGridProps) {
  const { kind, matrix, without, rows, columns, theme, title, pinned = null } = props;
  const { roomRef, typeface, layout, scrolls, named } = useLayout(props);
  const { active, pointed, focused, handlers } = usePointing({
    layout,
    matrix,
    kind: without,
    pinned,
    pointed: props.pointed,
    onPin: props.onPin ?? noPin,
    onHover: props.onPoint,
  });
  const strong = pointed ?? pinned;
  const places = useMemo(() => layout && shownPlaces(layout, named, strong), [layout, named, strong]);
  useScrolling(roomRef, layout, scrolls, focused ? active : null);
  const activeId = useId();
  const hatch = useMemo(() => ({ mask: hatchColour(theme), hand: handHatchColour(theme) }), [theme]);
  const rect = active && layout && cellRect(layout, active);
  const activeCell = active && rect && (
    <td
      role="gridcell"
      id={activeId}
      tabIndex={-1}
      aria-colindex={active.key + 2}
      aria-label={props.say(active)}
      className={focused ? 'am-active am-focused' : 'am-active'}
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
    />
  );
  return (
    <section className="am-root" data-view="number-grid" data-kind={kind} aria-label={title}>
      <h3 className="am-title">{title}</h3>
      <div className={scrolls ? 'am-room am-scroll scroll-bars' : 'am-room'} ref={roomRef}>
        {layout && places && typeface && matrix.T > 0 && matrix.S > 0 && (
          <div className="am-picture" style={{ width: layout.widthPx, height: layout.heightPx }}>
            <Cells
              layout={layout}
              forbidden={without}
              amounts={matrix}
              weights={matrix}
              signed={props.signed}
              text={props.text}
              marks={NO_MARKS}
              scale={props.scale}
              hatch={hatch}
              fontFamily={typeface.family}
              row={strong?.query ?? null}
              outline={theme === 'contrast' ? hatchColour('contrast') : null}
            />
            <table
              role="grid"
              className="am-grid"
              aria-label={title}
              aria-rowcount={matrix.T + 1}
              aria-colcount={matrix.S + 1}
              aria-activedescendant={activeId}
              aria-readonly="true"
              tabIndex={0}
              {...handlers}
            >
              <Headers
                layout={layout}
                queries={spokenOf(rows)}
                keys={spokenOf(columns)}
                strong={strong}
                places={places}
                active={active}
                activeCell={activeCell}
              />
            </table>
            <Leaders layout={layout} places={places} />
            <WordTies layout={layout} queries={rows} keys={columns} />
            {scrolls && <Stays layout={layout} />}
            <CrossHair
              layout={layout}
              row={strong?.query ?? null}
              column={pointed?.key ?? null}
              pinned={strong}
            />
          </div>
        )}
      </div>
    </section>
  );
}
