import type { MatrixFlow } from '../../layout/index.ts';

/** Each row's way through the gaps, from matrix to matrix: the lit one's, or all of them at once. */
export function Lanes({
  flow,
  T,
  row,
  all,
}: {
  readonly flow: MatrixFlow;
  readonly T: number;
  readonly row: number | null;
  readonly all: boolean;
}) {
  const { lanes, rowsY, rowPx } = flow;
  const rows = Array.from({ length: T }, (_, t) => t).filter((t) => all || t === row);
  return (
    <svg className="mv-lanes" width={flow.widthPx} height={flow.heightPx} aria-hidden="true">
      {rows.flatMap((t) =>
        lanes.map(({ fromX, toX }) => (
          <line
            key={`${t} ${fromX}`}
            x1={fromX + 3}
            x2={toX - 3}
            y1={rowsY + (t + 0.5) * rowPx}
            y2={rowsY + (t + 0.5) * rowPx}
          />
        )),
      )}
    </svg>
  );
}
