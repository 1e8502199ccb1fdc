import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { AttentionKind, Cell, ResolvedTheme } from '../../contract/index.ts';
import {
  type AmountScale,
  cellRect,
  type Forbidden,
  type HeatmapLayout,
  handHatchColour,
  hatchColour,
  heatmapLayout,
  type Matrix,
} from '../../layout/index.ts';
import { useSize } from '../../ui/index.ts';
import '../AttentionMatrix/AttentionMatrix.css';
import { Cells } from '../AttentionMatrix/Cells.tsx';
import { CrossHair } from '../AttentionMatrix/CrossHair.tsx';
import { Headers } from '../AttentionMatrix/Headers.tsx';
import { usePointing } from '../AttentionMatrix/usePointing.ts';
import { useTypeface } from '../shared/useTypeface.ts';
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
  readonly scale: Pick<AmountScale, 'css' | 'rgb' | 'inkOn' | 'quietInkOn'>;
  readonly rows: readonly GridLabel[];
  readonly columns: readonly GridLabel[];
  /** Pointed at here or in a grid beside it; what it is, is said elsewhere. */
  readonly pointed: Cell | null;
  readonly onPoint: (cell: Cell | null) => void;
  /** A cell in a sentence. */
  readonly say: (cell: Cell) => string;
  readonly theme: ResolvedTheme;
  /** Above the grid. */
  readonly title: string;
  readonly compact: boolean;
}

const NO_MARKS: readonly Cell[] = [];
const noPin = () => {};

const shownOf = (labels: readonly GridLabel[]) => labels.map(({ shown }) => shown);
const spokenOf = (labels: readonly GridLabel[]) => labels.map(({ spoken }) => spoken);

/** The grid laid out in the room there is; null before the first measuring. */
function useLayout({ rows, columns, compact }: NumberGridProps) {
  const [roomRef, room] = useSize<HTMLDivElement>();
  const typeface = useTypeface(roomRef);
  const last = useRef<HeatmapLayout | null>(null);
  const layout = useMemo(() => {
    if (!typeface || !room) return null;
    return heatmapLayout({
      queries: shownOf(rows),
      keys: shownOf(columns),
      widthPx: room.width,
      heightPx: room.height,
      measure: typeface.measure,
      compact,
      previous: last.current,
    });
  }, [typeface, room, rows, columns, compact]);
  useLayoutEffect(() => {
    last.current = layout;
  }, [layout]);
  const scrolls = room && layout && (layout.widthPx > room.width || layout.heightPx > room.height);
  return { roomRef, typeface, layout, scrolls };
}

/** Numbers over words, of one sign or of both: a heatmap to be laid beside others, whose pointed cell is theirs too. */
export function NumberGrid(props: NumberGridProps) {
  const { kind, matrix, without, rows, columns, theme, title } = props;
  const { roomRef, typeface, layout, scrolls } = useLayout(props);
  const { active, pointed, focused, handlers } = usePointing({
    layout,
    matrix,
    kind: without,
    pinned: null,
    pointed: props.pointed,
    onPin: noPin,
    onHover: props.onPoint,
  });
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
      <div className={scrolls ? 'am-room am-scroll' : 'am-room'} ref={roomRef}>
        {layout && typeface && matrix.T > 0 && matrix.S > 0 && (
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
              row={pointed?.query ?? null}
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
                strong={pointed}
                active={active}
                activeCell={activeCell}
              />
            </table>
            <CrossHair
              layout={layout}
              row={pointed?.query ?? null}
              column={pointed?.key ?? null}
              pinned={pointed}
            />
          </div>
        )}
      </div>
    </section>
  );
}
