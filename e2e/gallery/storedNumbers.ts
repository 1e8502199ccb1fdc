import { readFileSync } from 'node:fs';
import { decodeStoredPicture, STORED_FILE, STORED_NUMBERS_FILE } from '../../src/models/index.ts';

const FOLDER = new URL('../../public/models/en-fr/', import.meta.url);

interface HeadWeight {
  readonly layer: number;
  readonly head: number;
  readonly weight: number;
}

const storedFrames = () => {
  const json: unknown = JSON.parse(readFileSync(new URL(STORED_FILE, FOLDER), 'utf8'));
  const bytes = Uint8Array.from(readFileSync(new URL(STORED_NUMBERS_FILE, FOLDER)));
  return decodeStoredPicture(json, bytes.buffer).frames;
};

/** What every encoder head of a layer gives one cell in the bundled model's stored picture, [heads]; empty without that layer. */
function layerWeights(layer: number, query: number, key: number): number[] {
  const frame = storedFrames().get(`encoder.${layer}.self.pattern`);
  const [heads = 0, rows = 0, columns = 0] = frame?.shape ?? [];
  return Array.from(
    { length: heads },
    (_, head) => frame?.data[(head * rows + query) * columns + key] ?? NaN,
  );
}

/** An encoder head's weight in the bundled model's stored picture. */
export function storedWeight(layer: number, head: number, query: number, key: number): number {
  const weight = layerWeights(layer, query, key)[head] ?? NaN;
  if (Number.isNaN(weight)) throw new Error(`No weight of layer ${layer}, head ${head} at ${query}, ${key}`);
  return weight;
}

/** What another processor's rounding can change in a weight near 1. */
const ROUNDING = 1e-5;

/** The encoder heads that give one cell most in the bundled model's stored picture: several where rounding decides. */
export function strongestHeads(query: number, key: number): HeadWeight[] {
  const all: HeadWeight[] = [];
  for (let layer = 0; layerWeights(layer, query, key).length > 0; layer += 1) {
    all.push(...layerWeights(layer, query, key).map((weight, head) => ({ layer, head, weight })));
  }
  const most = Math.max(...all.map(({ weight }) => weight));
  return all.filter(({ weight }) => weight >= most - ROUNDING);
}
