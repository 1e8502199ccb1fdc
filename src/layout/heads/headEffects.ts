import type { HeadAt, HeadEffect } from '../../contract/index.ts';
import { headKey } from './headMeasures.ts';

/**
 * What a head's being off takes from one word, or from all on the average: log P before − log P after, nats. Null
 * where it is not measured, or no such word is written.
 * @param row the decoder row that writes the word; null for the mean over all words
 */
export function effectAt(effect: HeadEffect | undefined, row: number | null): number | null {
  if (effect === undefined) return null;
  return row === null ? effect.loss : (effect.drops[row] ?? null);
}

/** Below this many nats, a tenth of its probability, a word hardly changes: such a head alone is nearly redundant. */
export const LITTLE_NATS = 0.1;

/** How much single heads matter. */
export interface LargestEffect {
  /** The head whose being off changes log P most, either way; and by how many nats. */
  readonly head: HeadAt;
  readonly most: number;
  /** How many heads change it by less than `LITTLE_NATS`, of so many that are measured. */
  readonly little: number;
  readonly count: number;
}

/** Of those heads that are measured; null where none is. @param effects by `headKey` */
export function largestEffect(
  heads: readonly HeadAt[],
  effects: ReadonlyMap<string, HeadEffect>,
  row: number | null,
): LargestEffect | null {
  const sized = heads.flatMap((head) => {
    const drop = effectAt(effects.get(headKey(head)), row);
    return drop === null ? [] : [{ head, size: Math.abs(drop) }];
  });
  const [first, ...others] = sized;
  if (!first) return null;
  const most = others.reduce((last, one) => (one.size > last.size ? one : last), first);
  const little = sized.filter(({ size }) => size < LITTLE_NATS).length;
  return { head: most.head, most: most.size, little, count: sized.length };
}
