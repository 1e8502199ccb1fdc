import { useId, useMemo } from 'react';
import type { Cell } from '../../contract/index.ts';
import {
  cellRect,
  forbiddenNow,
  handHatchColour,
  hatchColour,
  ownForbidden,
  shownReadable,
} from '../../layout/index.ts';
import type { AttentionMatrixProps } from './props.ts';
import './AttentionMatrix.css';
import { AcrossCells } from './AcrossCells.tsx';
import { AxisTitles } from './AxisTitles.tsx';
import { Cells } from './Cells.tsx';
import { CellTip, CrossHair } from './CrossHair.tsx';
import { Headers } from './Headers.tsx';
import { Leaders } from './Leaders.tsx';
import { RowSums } from './RowSums.tsx';
import { Stays } from './Stays.tsx';
import { sayCell, tipNumber } from './say.ts';
import { shownPlaces } from './shownPlaces.ts';
import { type PaintingState, usePainting } from './usePainting.ts';
import { type MatrixPicture, usePicture } from './usePicture.ts';
import { type PointingHandlers, usePointing } from './usePointing.ts';
import { useScrolling } from './useScrolling.ts';
import { WordTies } from './WordTies.tsx';

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
function gridKeys({ changed, onRow, onMenu }: AttentionMatrixProps): string | undefined {
  const painting = changed?.painting ? (changed.painting.on ? ['x', 'r', 'c'] : ['x']) : [];
  const keys = [...painting, ...(onRow ? ['Shift+Space'] : []), ...(onMenu ? ['Shift+F10'] : [])];
  return keys.length > 0 ? keys.join(' ') : undefined;
}

/** One head's weights as a heatmap: rows are queries, columns keys. Point, pin, or walk it with the arrow keys. */
export function AttentionMatrix(props: AttentionMatrixProps) {
  const { kind, t, compact = false, changed, rows = NO_ROWS } = props;
  const picture = usePicture(props);
  const { roomRef, typeface, layout, scrolls, drawn, spoken, titles, named, now } = picture;
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
  useScrolling(roomRef, layout, scrolls, focused ? active : pinned);
  const activeId = useId();
  const strong = pointed ?? pinned;
  const places = useMemo(() => layout && shownPlaces(layout, named, strong), [layout, named, strong]);
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
      <div
        className={scrolls ? 'am-room am-scroll scroll-bars' : 'am-room'}
        ref={roomRef}
        style={props.sizePx}
      >
        {layout && places && typeface && drawn.T > 0 && drawn.S > 0 && (
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
                queryTitles={titles.queries}
                keyTitles={titles.keys}
                strong={strong}
                places={places}
                active={active}
                activeCell={activeCell}
                joined={rows}
              />
            </table>
            <Leaders layout={layout} places={places} />
            <WordTies layout={layout} queries={props.queryTokens} keys={props.keyTokens} />
            {scrolls && <Stays layout={layout} />}
            <CrossHair
              layout={layout}
              row={strong?.query ?? null}
              column={pointed?.key ?? null}
              joined={rows}
              pinned={pinned}
            />
            <RowSums layout={layout} sums={picture.sums} locale={t.language} />
            <AcrossCells
              note={props.note}
              layout={layout}
              drawn={drawn}
              pinned={pinned}
              aside={pointed !== null || focused}
            />
            {pointed && !painting.dragging && (
              <CellTip
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
