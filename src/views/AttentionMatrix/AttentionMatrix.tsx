import { useId, useMemo } from 'react';
import type { AttentionKind, Cell, Palette, ResolvedTheme, Scale, Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import {
  cellRect,
  forbiddenNow,
  handHatchColour,
  hatchColour,
  type Matrix,
  ownForbidden,
  shownReadable,
} from '../../layout/index.ts';
import type { SizePx } from '../../ui/index.ts';
import './AttentionMatrix.css';
import { AxisTitles } from './AxisTitles.tsx';
import { Cells } from './Cells.tsx';
import { CrossHair, Tip } from './CrossHair.tsx';
import type { MatrixChange } from './change.ts';
import { Headers } from './Headers.tsx';
import { RowSums } from './RowSums.tsx';
import { sayCell, tipNumber } from './say.ts';
import { type PaintingState, usePainting } from './usePainting.ts';
import { type MatrixPicture, usePicture } from './usePicture.ts';
import { type PointingHandlers, usePointing } from './usePointing.ts';

export interface AttentionMatrixProps {
  readonly kind: AttentionKind;
  readonly matrix: Matrix;
  /** T and S tokens, or words. */
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  readonly scale: Scale;
  /** The weight that gets the full colour on the fixed scale, such as of a sum; 1 unless said otherwise. */
  readonly full?: number;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  /** The pinned cell. */
  readonly cell: Cell | null;
  /** The cell pointed at, here or elsewhere on the page; left out, the view keeps its own. */
  readonly pointed?: Cell | null;
  readonly onPin: (cell: Cell | null) => void;
  /** Enter on the pinned cell; without it, that lets the cell go. */
  readonly onExplain?: () => void;
  readonly onHover: (cell: Cell | null) => void;
  /** Rows that are read together. */
  readonly rows?: readonly number[];
  /** A row is to be read together with these, or no longer: a click with shift or ctrl, or Shift and space. */
  readonly onRow?: (query: number) => void;
  /** Whether a plain click on a row's word does so too, as on a screen without keys. */
  readonly joining?: boolean;
  /** The heads that are drawn: `Encoder reads itself · layer 3 · head 5`. */
  readonly name: string;
  readonly t: Translate<'heatmap' | 'changed' | 'mark'>;
  /** Given room; without it the view takes its container's. */
  readonly sizePx?: SizePx;
  /** One of several, or on a phone: smaller gutters, no axis titles. */
  readonly compact?: boolean;
  /** Above the grid, such as `head 5`. */
  readonly title?: string;
  /** What was changed about this head; absent: it is the model as it was trained, and `matrix` all there is. */
  readonly changed?: MatrixChange;
}

const NO_CELLS: readonly Cell[] = [];
const NO_ROWS: readonly number[] = [];

/** What the painted cells are to show: which have no number, and which bear a cross. */
function useCells(props: AttentionMatrixProps, picture: MatrixPicture, painting: PaintingState) {
  const { kind, theme } = props;
  const { shown, signed } = picture;
  const { T, S } = picture.now;
  const { preview } = painting;
  const forbidden = useMemo(() => {
    const readable = shownReadable(shown, kind, preview);
    return typeof readable === 'string' ? ownForbidden(kind, T, S) : readable;
  }, [shown, kind, preview, T, S]);
  const marks = useMemo(() => (signed ? forbiddenNow(kind, preview) : NO_CELLS), [signed, kind, preview]);
  const hatch = useMemo(() => ({ mask: hatchColour(theme), hand: handHatchColour(theme) }), [theme]);
  return { forbidden, marks, hatch };
}

/** Painting goes before pointing where a press, a drag or a key is its. */
function joined(painting: PaintingState, handlers: PointingHandlers) {
  const onKeyDown: PointingHandlers['onKeyDown'] = (event) => {
    if (painting.onKeyDown(event)) event.preventDefault();
    else handlers.onKeyDown(event);
  };
  if (!painting.on) return { ...handlers, onKeyDown };
  const onPointerMove: PointingHandlers['onPointerMove'] = (event) => {
    painting.move(event);
    handlers.onPointerMove(event);
  };
  const { begin: onPointerDown, end: onPointerUp, cancel: onPointerCancel } = painting;
  return {
    ...handlers,
    onKeyDown,
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel,
    onClick: undefined,
  };
}

/** The grid's own keys besides those that every grid has. */
function gridKeys({ changed, onRow }: AttentionMatrixProps): string | undefined {
  const painting = changed?.painting ? (changed.painting.on ? ['x', 'r', 'c'] : ['x']) : [];
  const keys = [...painting, ...(onRow ? ['Shift+Space'] : [])];
  return keys.length > 0 ? keys.join(' ') : undefined;
}

/** One head's weights as a heatmap: rows are queries, columns keys. Point, pin, or walk it with the arrow keys. */
export function AttentionMatrix(props: AttentionMatrixProps) {
  const { kind, t, compact = false, changed, rows = NO_ROWS } = props;
  const picture = usePicture(props);
  const { roomRef, typeface, layout, scrolls, drawn, spoken, now } = picture;
  const readable = picture.shown === 'after' ? now : shownReadable(picture.shown, kind, now);
  const { pinned, active, pointed, focused, handlers } = usePointing({
    ...props,
    matrix: drawn,
    kind: readable,
    layout,
    pinned: props.cell,
  });
  const painting = usePainting(
    layout,
    now,
    picture.shown === 'before' ? undefined : changed?.painting,
    active,
  );
  const cells = useCells(props, picture, painting);
  const activeId = useId();
  const strong = pointed ?? pinned;
  const label = t('heatmap.label', { title: props.name });
  const activeCell = active && layout && (
    <td
      role="gridcell"
      id={activeId}
      tabIndex={-1}
      aria-colindex={active.key + 2}
      aria-selected={active.query === pinned?.query && active.key === pinned.key}
      aria-label={sayCell(props, picture, active)}
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
      aria-label={props.title ?? label}
    >
      {props.title !== undefined && <h3 className="am-title">{props.title}</h3>}
      <div className={scrolls ? 'am-room am-scroll' : 'am-room'} ref={roomRef} style={props.sizePx}>
        {layout && typeface && drawn.T > 0 && drawn.S > 0 && (
          <div className="am-picture" style={{ width: layout.widthPx, height: layout.heightPx }}>
            <Cells
              layout={layout}
              {...cells}
              amounts={picture.amounts}
              weights={drawn}
              signed={picture.signed}
              scale={picture.colours}
              fontFamily={typeface.family}
              row={strong?.query ?? null}
              outline={props.theme === 'contrast' ? hatchColour('contrast') : null}
            />
            {!compact && <AxisTitles leftPx={layout.leftPx} topPx={layout.topPx} kind={kind} t={t} />}
            <table
              role="grid"
              className="am-grid"
              aria-label={label}
              aria-rowcount={drawn.T + 1}
              aria-colcount={drawn.S + 1}
              aria-activedescendant={activeId}
              aria-readonly={!painting.on}
              aria-keyshortcuts={gridKeys(props)}
              data-painting={painting.on || undefined}
              tabIndex={0}
              {...joined(painting, handlers)}
            >
              <Headers
                layout={layout}
                queries={spoken.queries}
                keys={spoken.keys}
                strong={strong}
                active={active}
                activeCell={activeCell}
                joined={rows}
              />
            </table>
            <CrossHair
              layout={layout}
              row={strong?.query ?? null}
              column={pointed?.key ?? null}
              joined={rows}
              pinned={pinned}
            />
            <RowSums layout={layout} sums={picture.sums} locale={t.language} />
            {pointed && !painting.dragging && (
              <Tip
                layout={layout}
                cell={pointed}
                query={spoken.queries[pointed.query] ?? ''}
                keyWord={spoken.keys[pointed.key] ?? ''}
                number={tipNumber(props, picture, pointed)}
              />
            )}
          </div>
        )}
      </div>
      <p className="only-spoken" aria-live="polite">
        {pinned && `${t('heatmap.pinned')}: ${sayCell(props, picture, pinned)}`}
      </p>
    </section>
  );
}

const placed = ({ x, y, width, height }: ReturnType<typeof cellRect>) => ({ left: x, top: y, width, height });
