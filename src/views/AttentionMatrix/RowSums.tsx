import { type HeatmapLayout, short } from '../../layout/index.ts';

/** Right of each row that does not sum to 1, its sum; over them, what they are. Said with each cell, so not read aloud here. */
export function RowSums(props: {
  readonly layout: HeatmapLayout;
  readonly sums: ReadonlyMap<number, number>;
  readonly title: string;
  readonly locale: string;
}) {
  const { layout, sums, title, locale } = props;
  const { leftPx, topPx, cellWidthPx, cellHeightPx, gapPx, S } = layout;
  if (sums.size === 0) return null;
  const left = leftPx + S * cellWidthPx + 4;
  const rows = [...sums];
  const first = Math.min(...sums.keys());
  return (
    <div aria-hidden="true">
      <span
        className="am-sum am-sum-title"
        style={{ left, top: topPx + first * cellHeightPx - 16 }}
        title={title}
      >
        Σ α̂
      </span>
      {rows.map(([query, sum]) => (
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
