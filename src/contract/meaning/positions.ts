import { type Intervention, type PositionsReplaced, SHUFFLE_BLOCK } from '../intervention.ts';
import type { Part } from '../sites.ts';
import { randomFrom } from './random.ts';

/** The change of a part's positions that holds: the last one; null where the positions are the model's own. */
export function positionsOf(changes: readonly Intervention[], part: Part): PositionsReplaced | null {
  const last = changes.findLast(
    (change): change is PositionsReplaced => change.type === 'positions' && change.part === part,
  );
  return !last || (last.way === 'shifted' && last.by === 0) ? null : last;
}

/** True when two such changes mean the same. */
export function samePositions(a: PositionsReplaced | null, b: PositionsReplaced | null): boolean {
  if (!a || !b || a.way !== b.way) return a === b;
  if (a.way === 'off') return true;
  return a.way === 'shifted' ? a.by === b.by : a.seed === b.seed;
}

/**
 * The places 0 … `count` − 1 in an order drawn from `seed`: blocks of SHUFFLE_BLOCK, each shuffled by itself (Fisher
 * and Yates, from the last place down), one after the other from one stream of `randomFrom`; so a longer list begins
 * like a shorter one. The last block is whole: its places may lie beyond `count`.
 */
export function shuffledPlaces(seed: number, count: number): number[] {
  const draw = randomFrom(seed);
  const places: number[] = [];
  while (places.length < count) {
    const from = places.length;
    const block = Array.from({ length: SHUFFLE_BLOCK }, (_, i) => from + i);
    for (let i = SHUFFLE_BLOCK - 1; i > 0; i--) {
      const j = draw(i + 1);
      [block[i], block[j]] = [block[j] as number, block[i] as number];
    }
    places.push(...block);
  }
  return places.slice(0, count);
}

/**
 * The places whose positions are added to `count` tokens from `start` on instead of their own; they may lie before the
 * sentence or beyond it. Null where nothing is added.
 */
export function placesOf(
  { way, by, seed }: PositionsReplaced,
  start: number,
  count: number,
): readonly number[] | null {
  if (way === 'off') return null;
  if (way === 'shuffled') return shuffledPlaces(seed, start + count).slice(start);
  return Array.from({ length: count }, (_, i) => start + i + by);
}
