import type { CSSProperties } from 'react';
import type { Cell } from '../../contract/index.ts';
import { cellRect, type HeatmapLayout } from '../../layout/index.ts';

const box = (left: number, top: number, width: number, height: number): CSSProperties => ({
  left,
  top,
  width,
  height,
});

/**
 * Outlines, drawn over the cells: rows read together, the row that stands out, the column under the pointer, the
 * pinned cell.
 */
export function CrossHair(props: {
  readonly layout: HeatmapLayout;
  readonly row: number | null;
  readonly column: number | null;
  readonly pinned: Cell | null;
  /** Rows that are read together. */
  readonly joined?: readonly number[];
}) {
  const { layout, row, column, pinned, joined = [] } = props;
  const { leftPx, topPx, cellWidthPx, cellHeightPx, gapPx, T, S } = layout;
  // Outlines stand in the gaps, one px outside the cells they surround.
  const out = 1;
  const [long, high] = [S * cellWidthPx - gapPx + 2 * out, T * cellHeightPx - gapPx + 2 * out];
  const [wide, flat] = [cellWidthPx - gapPx + 2 * out, cellHeightPx - gapPx + 2 * out];
  const rect = pinned && cellRect(layout, pinned);
  return (
    <div aria-hidden="true">
      {column !== null && (
        <div className="am-band" style={box(leftPx + column * cellWidthPx - out, topPx - out, wide, high)} />
      )}
      {joined.map((query) => (
        <div
          key={query}
          className="am-band am-band-joined"
          style={box(leftPx - out, topPx + query * cellHeightPx - out, long, flat)}
        />
      ))}
      {row !== null && (
        <div
          className="am-band am-band-row"
          style={box(leftPx - out, topPx + row * cellHeightPx - out, long, flat)}
        />
      )}
      {rect && <div className="am-pin" style={box(rect.x, rect.y, rect.width, rect.height)} />}
    </div>
  );
}

/** Right of the grid, enough for two words and a number. */
const TIP_ROOM_PX = 120;

/** Both words and the number beside the pointed row; else below the cell, or above where there is no room below. */
export function CellTip(props: {
  readonly layout: HeatmapLayout;
  readonly cell: Cell;
  readonly query: string;
  readonly keyWord: string;
  readonly number: string;
}) {
  const { layout, cell } = props;
  const rect = cellRect(layout, cell);
  const below = cell.query < layout.T / 2 || rect.y < 48;
  const endPx = layout.leftPx + layout.S * layout.cellWidthPx + 8 + layout.sumsPx;
  // Beside its row where there is room, so that it covers none of the others.
  const beside: CSSProperties = { left: endPx, top: rect.y + rect.height / 2, transform: 'translateY(-50%)' };
  const over: CSSProperties = {
    left: rect.x + rect.width / 2,
    top: below ? rect.y + rect.height + 8 : rect.y - 8,
    transform: `translate(${rect.x > layout.widthPx / 2 ? '-85%' : '-15%'}, ${below ? '0' : '-100%'})`,
  };
  const style: CSSProperties = {
    width: 'max-content',
    maxWidth: Math.max(160, Math.min(320, layout.widthPx * 0.6)),
    ...(layout.room.widthPx - endPx >= TIP_ROOM_PX ? beside : over),
  };
  return (
    <div className="am-tip" style={style} aria-hidden="true">
      <bdi>{props.query}</bdi>
      <span className="am-tip-arrow"> → </span>
      <bdi>{props.keyWord}</bdi>
      <b className="am-tip-number">{props.number}</b>
    </div>
  );
}
