import { type HeatmapLayout, type WordRun, wordRuns } from '../../layout/index.ts';

type Pieces = Parameters<typeof wordRuns>[0];

/** From the grid to the line, and from there on to its ends' hooks, px. */
const OFF_PX = 2;
const HOOK_PX = 2.5;
/** Cells lower than the type have no room for a line of their own. */
const LEAST_SHARE = 0.9;
/** A line stops short of its cells' ends: two words beside each other keep apart. */
const SHORT = 0.18;

/** Along both axes, a hairline bracket over the pieces of one word: what stands there in two is one word. */
export function WordTies(props: {
  readonly layout: HeatmapLayout;
  readonly queries: Pieces;
  readonly keys: Pieces;
}) {
  const { layout, queries, keys } = props;
  const { leftPx, topPx, cellWidthPx, cellHeightPx, gapPx, fontPx } = layout;
  const ends = (run: WordRun, startPx: number, pitchPx: number) => [
    startPx + (run.from + SHORT) * pitchPx,
    startPx + (run.to + 1 - SHORT) * pitchPx - gapPx,
  ];
  const roomy = (pitchPx: number) => pitchPx >= fontPx * LEAST_SHARE;
  const [x, y] = [leftPx - OFF_PX, topPx - OFF_PX];
  // Beside a grid whose words are its own, too, rows have none written.
  const written = wordRuns(queries).filter(({ from }) => layout.rows.labels[from]?.text !== '');
  const down = written.map((run) => {
    const [from, to] = ends(run, topPx, cellHeightPx);
    return `M${x - HOOK_PX} ${from}H${x}V${to}H${x - HOOK_PX}`;
  });
  const across = wordRuns(keys).map((run) => {
    const [from, to] = ends(run, leftPx, cellWidthPx);
    return `M${from} ${y - HOOK_PX}V${y}H${to}V${y - HOOK_PX}`;
  });
  return (
    <>
      {roomy(cellHeightPx) && down.length > 0 ? (
        <svg className="am-leaders am-leaders-rows am-ties" aria-hidden="true">
          <path d={down.join('')} />
        </svg>
      ) : null}
      {roomy(cellWidthPx) && across.length > 0 ? (
        <svg className="am-leaders am-leaders-columns am-ties" aria-hidden="true">
          <path d={across.join('')} />
        </svg>
      ) : null}
    </>
  );
}
