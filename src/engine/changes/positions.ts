import { type Intervention, type Part, placesOf, positionsOf } from '../../contract/index.ts';

/** What a model adds to the embeddings of its tokens, by its own rule. */
export interface OwnPositions {
  /** D */
  readonly width: number;
  /**
   * @param places whole numbers; with changes also before the first position and beyond the model's last
   * @returns [places, D], row-major
   */
  readonly at: (places: readonly number[]) => Float32Array;
}

/**
 * What is added to the embeddings of `count` tokens of a part, from position `start` on, instead of the model's own
 * positions.
 * @returns [count, D], row-major; null where the positions are the model's own
 */
export function changedPositions(
  changes: readonly Intervention[],
  part: Part,
  start: number,
  count: number,
  own: OwnPositions,
): Float32Array | null {
  const change = positionsOf(changes, part);
  if (!change) return null;
  const places = placesOf(change, start, count);
  return places === null ? new Float32Array(count * own.width) : own.at(places);
}
