import {
  type AttentionKind,
  attentionStage,
  axesOf,
  type Frame,
  type HeadLabel,
  type ModelInfo,
  type Picture,
} from '../../src/contract/index.ts';

/** A head's weight, by a rule, averaged over rows. */
interface Measure {
  readonly label: string;
  readonly kinds: readonly AttentionKind[];
  /** The key the rule points at from a row, or -1 where it points nowhere. */
  key(row: number, keys: number): number;
}

const MEASURES: readonly Measure[] = [
  { label: 'previousWord', kinds: ['encoder', 'decoder'], key: (row) => row - 1 },
  { label: 'nextWord', kinds: ['encoder'], key: (row, keys) => (row + 1 < keys - 1 ? row + 1 : -1) },
  { label: 'sameWord', kinds: ['encoder', 'decoder'], key: (row) => (row > 0 ? row : -1) },
  { label: 'firstWord', kinds: ['encoder'], key: (row) => (row > 1 ? 0 : -1) },
  { label: 'startMark', kinds: ['decoder'], key: (row) => (row > 1 ? 0 : -1) },
  { label: 'endMark', kinds: ['encoder', 'cross'], key: (row, keys) => (row < keys - 2 ? keys - 1 : -1) },
];

/** A label must hold for this much of a head's attention. */
const CLEAR = 0.6;

export interface Place {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
}

/** α̂ of a row, one for each key. */
export function weightsOf(picture: Picture, place: Place, query: number): Float32Array {
  const frame = picture.frames.get(attentionStage(place.kind, place.layer, 'pattern')) as Frame;
  const [, rows = 0, keys = 0] = frame.shape;
  const from = (place.head * rows + query) * keys;
  return frame.data.subarray(from, from + keys);
}

/** α̂ of one cell. */
export function weight(picture: Picture, place: Place, query: number, key: number): number {
  return weightsOf(picture, place, query)[key] ?? 0;
}

/** Every head of a model. */
export function places(info: ModelInfo): Place[] {
  return info.sites.flatMap(({ kind, layers, heads }) =>
    Array.from({ length: layers * heads }, (_, i) => ({
      kind,
      layer: Math.floor(i / heads),
      head: i % heads,
    })),
  );
}

function average(pictures: readonly Picture[], place: Place, measure: Measure): number {
  let [sum, count] = [0, 0];
  for (const picture of pictures) {
    const axes = axesOf(place.kind, picture);
    const rows = axes.queries.filter(({ role }) => role !== 'end').length;
    const keys = axes.keys.length;
    for (let row = 0; row < rows; row++) {
      const key = measure.key(row, keys);
      if (key < 0) continue;
      sum += weight(picture, place, row, key);
      count += 1;
    }
  }
  return count > 0 ? sum / count : 0;
}

const round = (share: number): number => Math.round(share * 1e4) / 1e4;

/** The labels of the heads that clearly do one thing; most heads have none. */
export function labelHeads(info: ModelInfo, pictures: readonly Picture[]): HeadLabel[] {
  return places(info).flatMap((place) => {
    const scored = MEASURES.filter((measure) => measure.kinds.includes(place.kind))
      .map((measure) => ({ label: measure.label, share: average(pictures, place, measure) }))
      .sort((a, b) => b.share - a.share);
    const [best] = scored;
    if (!best || best.share < CLEAR) return [];
    return [{ ...place, label: best.label, share: round(best.share) }];
  });
}

/** A word's position among the source's tokens. @throws Error when the text has no such word */
export function positionOf(picture: Picture, word: string): number {
  const index = picture.source.findIndex((token) => token.text === word);
  if (index < 0) throw new Error(`no token "${word}" in "${picture.text}"`);
  return index;
}
