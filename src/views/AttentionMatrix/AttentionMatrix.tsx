import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { AttentionKind, Cell, Palette, ResolvedTheme, Scale, Token } from '../../contract/index.ts';
import {
  amountScale,
  cellRect,
  type HeatmapLayout,
  hatchColour,
  heatmapLayout,
  type Matrix,
  percent,
  rowScale,
  type SpokenCell,
  spokenCell,
} from '../../layout/index.ts';
import { type SizePx, useSize } from '../../ui/index.ts';
import { labelsOf, type MarkWords, spokenOf } from '../shared/marks.ts';
import { useTypeface } from '../shared/useTypeface.ts';
import './AttentionMatrix.css';
import { Cells } from './Cells.tsx';
import { CrossHair, Tip } from './CrossHair.tsx';
import { Headers } from './Headers.tsx';
import { usePointing } from './usePointing.ts';

export interface AttentionMatrixWords extends MarkWords {
  /** What the grid is, for a screen reader: `Attention weights, encoder reads itself, layer 3, head 5`. */
  readonly name: string;
  /** At the rows: `this word reads →`. */
  readonly rowsAxis: string;
  /** Above the columns: `… this word`. */
  readonly columnsAxis: string;
  /** Instead of a number, in a cell that may not be read: `may not look ahead`. */
  readonly masked: string;
  /** A cell in a sentence: `it reads animal: 62 %, largest of 14`. */
  readonly cellSpoken: (cell: SpokenCell & { readonly percent: string; readonly count: number }) => string;
  /** Said when a cell was pinned; the argument is `cellSpoken`'s sentence. */
  readonly pinnedSpoken: (cell: string) => string;
}

export interface AttentionMatrixProps {
  readonly kind: AttentionKind;
  readonly matrix: Matrix;
  /** T and S tokens, or words. */
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  readonly scale: Scale;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  /** The pinned cell. */
  readonly cell: Cell | null;
  /** The cell pointed at, here or elsewhere on the page; left out, the view keeps its own. */
  readonly pointed?: Cell | null;
  readonly onPin: (cell: Cell | null) => void;
  readonly onHover: (cell: Cell | null) => void;
  readonly words: AttentionMatrixWords;
  /** BCP 47, for numbers. */
  readonly locale: string;
  /** Given room; without it the view takes its container's. */
  readonly sizePx?: SizePx;
  /** One of several, or on a phone: smaller gutters, no axis titles. */
  readonly compact?: boolean;
  /** Above the grid, such as `head 5`. */
  readonly title?: string;
}

const NO_ROOM: SizePx = { width: 0, height: 0 };

/** Labels, layout and colours of the matrix in the room there is; the layout is null before the first measuring. */
function usePicture(props: AttentionMatrixProps) {
  const { kind, matrix, queryTokens, keyTokens, scale, theme, palette, words, compact = false } = props;
  const [roomRef, measured] = useSize<HTMLDivElement>();
  const typeface = useTypeface(roomRef);
  const { width, height } = props.sizePx ?? measured ?? NO_ROOM;
  const queries = useMemo(() => labelsOf(queryTokens), [queryTokens]);
  const keys = useMemo(() => labelsOf(keyTokens), [keyTokens]);
  const spoken = useMemo(
    () => ({ queries: spokenOf(queryTokens, words), keys: spokenOf(keyTokens, words) }),
    [queryTokens, keyTokens, words],
  );
  const last = useRef<HeatmapLayout | null>(null);
  const layout = useMemo(() => {
    if (!typeface || width === 0) return null;
    const { measure } = typeface;
    const previous = last.current;
    return heatmapLayout({ queries, keys, widthPx: width, heightPx: height, measure, compact, previous });
  }, [typeface, queries, keys, width, height, compact]);
  useLayoutEffect(() => {
    last.current = layout;
  }, [layout]);
  const amounts = useMemo(() => (scale === 'row' ? rowScale(matrix) : matrix), [matrix, scale]);
  const colours = amountScale(kind, theme, palette);
  const scrolls = layout !== null && (layout.widthPx > width || layout.heightPx > height);
  return { roomRef, typeface, layout, scrolls, amounts, colours, spoken };
}

/** A sentence about a cell. */
function sayCell({ matrix, kind, words, locale }: AttentionMatrixProps, cell: Cell, labels: Labels): string {
  const said = spokenCell(matrix, cell, labels, kind);
  return words.cellSpoken({ ...said, percent: percent(said.weight, locale), count: matrix.S });
}
interface Labels {
  readonly queries: readonly string[];
  readonly keys: readonly string[];
}

/** One head's weights as a heatmap: rows are queries, columns keys. Point, pin, or walk it with the arrow keys. */
export function AttentionMatrix(props: AttentionMatrixProps) {
  const { kind, matrix, words, compact = false } = props;
  const { roomRef, typeface, layout, scrolls, amounts, colours, spoken } = usePicture(props);
  const { pinned, active, pointed, focused, handlers } = usePointing({
    ...props,
    layout,
    pinned: props.cell,
  });
  const activeId = useId();
  const strong = pointed ?? pinned;
  const spokenPointed = pointed && spokenCell(matrix, pointed, spoken, kind);
  const activeCell = active && layout && (
    <td
      role="gridcell"
      id={activeId}
      tabIndex={-1}
      aria-colindex={active.key + 2}
      aria-selected={active.query === pinned?.query && active.key === pinned.key}
      aria-label={sayCell(props, active, spoken)}
      className={focused ? 'am-active am-focused' : 'am-active'}
      style={placed(cellRect(layout, active))}
    />
  );
  return (
    <section
      className="am-root"
      data-view="attention-matrix"
      data-kind={kind}
      data-cell-width={layout?.cellWidthPx ?? 0}
      data-cell-height={layout?.cellHeightPx ?? 0}
      aria-label={props.title ?? words.name}
    >
      {props.title !== undefined && <h3 className="am-title">{props.title}</h3>}
      <div className={scrolls ? 'am-room am-scroll' : 'am-room'} ref={roomRef} style={props.sizePx}>
        {layout && typeface && matrix.T > 0 && matrix.S > 0 && (
          <div className="am-picture" style={{ width: layout.widthPx, height: layout.heightPx }}>
            <Cells
              layout={layout}
              kind={kind}
              amounts={amounts}
              weights={matrix}
              scale={colours}
              hatch={hatchColour(props.theme)}
              fontFamily={typeface.family}
              row={strong?.query ?? null}
              outline={props.theme === 'contrast' ? hatchColour('contrast') : null}
            />
            {!compact && <AxisTitles leftPx={layout.leftPx} topPx={layout.topPx} words={words} />}
            <table
              role="grid"
              className="am-grid"
              aria-label={words.name}
              aria-rowcount={matrix.T + 1}
              aria-colcount={matrix.S + 1}
              aria-activedescendant={activeId}
              aria-readonly="true"
              tabIndex={0}
              {...handlers}
            >
              <Headers
                layout={layout}
                queries={spoken.queries}
                keys={spoken.keys}
                strong={strong}
                active={active}
                activeCell={activeCell}
              />
            </table>
            <CrossHair
              layout={layout}
              row={strong?.query ?? null}
              column={pointed?.key ?? null}
              pinned={pinned}
            />
            {pointed && spokenPointed && (
              <Tip
                layout={layout}
                cell={pointed}
                query={spokenPointed.query}
                keyWord={spokenPointed.key}
                number={spokenPointed.masked ? words.masked : percent(spokenPointed.weight, props.locale)}
              />
            )}
          </div>
        )}
      </div>
      <p className="only-spoken" aria-live="polite">
        {pinned && words.pinnedSpoken(sayCell(props, pinned, spoken))}
      </p>
    </section>
  );
}

const placed = ({ x, y, width, height }: ReturnType<typeof cellRect>) => ({ left: x, top: y, width, height });

function AxisTitles(props: {
  readonly leftPx: number;
  readonly topPx: number;
  readonly words: AttentionMatrixWords;
}) {
  const { leftPx, topPx, words } = props;
  return (
    <div aria-hidden="true">
      <span className="am-axis am-axis-rows" style={{ width: leftPx, height: topPx }}>
        <span className="am-axis-text">{words.rowsAxis}</span>
      </span>
      <span className="am-axis am-axis-columns" style={{ left: leftPx }}>
        {words.columnsAxis}
      </span>
    </div>
  );
}
