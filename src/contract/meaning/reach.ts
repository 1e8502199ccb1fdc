import type { Intervention } from '../intervention.ts';
import type { HeadAt } from '../look.ts';
import { ATTENTION, ATTENTION_KINDS, kindReading, OWN_KIND, type Site, TEXT_OF } from '../sites.ts';
import { concerns } from './head.ts';

type Place = Omit<HeadAt, 'head'>;

/** Whether what an attention gives comes to another's input. */
function flows(from: Place, to: Place): boolean {
  const [giver, taker] = [ATTENTION[from.kind].part, ATTENTION[to.kind].part];
  if (giver === taker) {
    // Within a layer in the order in which they are computed.
    const earlier = ATTENTION_KINDS.indexOf(from.kind) < ATTENTION_KINDS.indexOf(to.kind);
    return from.layer < to.layer || (from.layer === to.layer && earlier);
  }
  const reader = kindReading(TEXT_OF[taker], TEXT_OF[giver]);
  return reader !== null && (reader === to.kind || flows({ kind: reader, layer: 0 }, to));
}

/** Whether a change is of this head's own weights, not only of what it gives. */
const isOfWeights = (change: Intervention): boolean => change.type !== 'off' || change.way === 'first';

/**
 * Whether a change can move the weights of a head: it is one of the head's own, or changes what the head reads. False
 * where the head comes before all that is changed or beside it, so that its weights must be as before.
 */
export function reaches(change: Intervention, at: HeadAt): boolean {
  if (change.type === 'positions') {
    const sameText = ATTENTION[at.kind].part === change.part;
    return sameText || flows({ kind: OWN_KIND[TEXT_OF[change.part]], layer: 0 }, at);
  }
  const flowsHere = flows({ kind: change.kind, layer: change.layer ?? 0 }, at);
  return flowsHere || (concerns(change, at) && isOfWeights(change));
}

/** Whether some head comes after this attention and reads what it gives; the last Cross-Attention has none. */
export function hasHeadsAfter(at: Place, sites: readonly Pick<Site, 'kind' | 'layers'>[]): boolean {
  return sites.some(({ kind, layers }) => flows(at, { kind, layer: layers - 1 }));
}
