import type { MatrixFlow } from '../../layout/index.ts';

/** Between a lane and the matrices it joins, px. */
const AIR_PX = 2;

/** Each word's way through the gaps, from matrix to matrix: the lit one's, or all of them at once. */
export function Lanes({
  flow,
  T,
  word,
  all,
}: {
  readonly flow: MatrixFlow;
  readonly T: number;
  readonly word: number | null;
  readonly all: boolean;
}) {
  const words = Array.from({ length: T }, (_, t) => t).filter((t) => all || t === word);
  return (
    <svg className="mv-lanes" width={flow.widthPx} height={flow.heightPx} aria-hidden="true">
      {words.flatMap((t) =>
        flow.lanes.map(({ along, from, to, start, pitchPx }) => {
          const across = start + (t + 0.5) * pitchPx;
          const ends = [from + AIR_PX, to - AIR_PX] as const;
          return along === 'x' ? (
            <line key={`${t} ${start} ${from}`} x1={ends[0]} x2={ends[1]} y1={across} y2={across} />
          ) : (
            <line key={`${t} ${start} ${from}`} x1={across} x2={across} y1={ends[0]} y2={ends[1]} />
          );
        }),
      )}
    </svg>
  );
}
