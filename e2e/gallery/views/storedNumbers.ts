import { readFileSync } from 'node:fs';
import { decodeStoredPicture, STORED_FILE, STORED_NUMBERS_FILE } from '../../../src/models/index.ts';

const FOLDER = new URL('../../../public/models/en-fr/', import.meta.url);

interface HeadWeight {
  readonly layer: number;
  readonly head: number;
  readonly weight: number;
}

const STORED: unknown = JSON.parse(readFileSync(new URL(STORED_FILE, FOLDER), 'utf8'));
const NUMBERS = Uint8Array.from(readFileSync(new URL(STORED_NUMBERS_FILE, FOLDER)));
const { frames } = decodeStoredPicture(STORED, NUMBERS.buffer);

/** What every encoder head of a layer gives one cell in the bundled model's stored picture, [heads]. */
function layerWeights(layer: number, query: number, key: number): number[] {
  const frame = frames.get(`encoder.${layer}.self.pattern`);
  const [heads = 0, rows = 0, columns = 0] = frame?.shape ?? [];
  return Array.from({ length: heads }, (_, head) => {
    const weight = frame?.data[(head * rows + query) * columns + key];
    if (weight === undefined)
      throw new Error(`No weight of layer ${layer}, head ${head} at ${query}, ${key}`);
    return weight;
  });
}

/** An encoder head's weight in the bundled model's stored picture. */
export function storedWeight(layer: number, head: number, query: number, key: number): number {
  const weight = layerWeights(layer, query, key)[head];
  if (weight === undefined) throw new Error(`No weight of layer ${layer}, head ${head} at ${query}, ${key}`);
  return weight;
}

/** What another processor's rounding can change in a weight near 1. */
const ROUNDING = 1e-5;

/** The encoder heads that give one cell most in the bundled model's stored picture: several where rounding decides. */
export function strongestHeads(query: number, key: number): HeadWeight[] {
  const all: HeadWeight[] = [];
  for (let layer = 0; frames.has(`encoder.${layer}.self.pattern`); layer += 1) {
    all.push(...layerWeights(layer, query, key).map((weight, head) => ({ layer, head, weight })));
  }
  const most = Math.max(...all.map(({ weight }) => weight));
  return all.filter(({ weight }) => weight >= most - ROUNDING);
}
