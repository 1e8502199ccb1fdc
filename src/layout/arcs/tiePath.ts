import type { WordPlace } from '../heatmap/labelLines.ts';
import type { WordRun } from '../matrix/wordRuns.ts';
import type { ArcsLayout } from './arcsLayout.ts';

/** From the ports to the line, and from there to its ends' hooks, px. */
const OFF_PX = 5;
const HOOK_PX = 2.5;
/** How far the line reaches beyond the middles of its first and its last word, as a share of the type. */
const REACH = 0.35;

/** A hairline bracket between the ports and the pieces of one word, as SVG path data; empty for pieces not there. */
export function tiePath(
  { direction, fontPx }: Pick<ArcsLayout, 'direction' | 'fontPx'>,
  line: readonly WordPlace[],
  run: WordRun,
): string {
  const [first, last] = [line[run.from], line[run.to]];
  if (!first || !last) return '';
  const reach = fontPx * REACH;
  if (direction === 'row') {
    const y = first.portY + OFF_PX;
    return `M${first.portX - reach} ${y + HOOK_PX}V${y}H${last.portX + reach}V${y + HOOK_PX}`;
  }
  // Words to the left of their ports end there, words to the right begin.
  const outwards = first.anchor === 'end' ? -1 : 1;
  const x = first.portX + outwards * OFF_PX;
  const hook = x + outwards * HOOK_PX;
  return `M${hook} ${first.portY - reach}H${x}V${last.portY + reach}H${hook}`;
}
