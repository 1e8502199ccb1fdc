import { type HeatmapLayout, short } from '../../layout/index.ts';

/** How far above its row the title stands: in the empty place right of the row before. */
const TITLE_UP_PX = 15;

/**
 * Right of each row that does not sum to 1, its sum, and above the first what it is. Said with each cell, so not read
 * aloud here.
 */
export function RowSums(props: {
  readonly layout: HeatmapLayout;
  readonly sums: ReadonlyMap<number, number>;
  readonly locale: string;
}) {
  const { layout, sums, locale } = props;
  const { leftPx, topPx, cellWidthPx, cellHeightPx, gapPx, S } = layout;
  const left = leftPx + S * cellWidthPx + 4;
  const [first] = sums.keys();
  if (first === undefined) return null;
  return (
    <div aria-hidden="true">
      <span className="am-sum" style={{ left, top: topPx + first * cellHeightPx - TITLE_UP_PX }}>
        Σ α̂
      </span>
      {[...sums].map(([query, sum]) => (
        <span
          key={query}
          className="am-sum"
          style={{ left, top: topPx + query * cellHeightPx, lineHeight: `${cellHeightPx - gapPx}px` }}
        >
          {short(sum, locale)}
        </span>
      ))}
    </div>
  );
}
