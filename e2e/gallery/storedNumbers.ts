import { readFileSync } from 'node:fs';
import { decodeStoredPicture, STORED_FILE, STORED_NUMBERS_FILE } from '../../src/models/index.ts';

const FOLDER = new URL('../../public/models/en-fr/', import.meta.url);

/** An encoder head's weight in the bundled model's stored picture. */
export function storedWeight(layer: number, head: number, query: number, key: number): number {
  const json: unknown = JSON.parse(readFileSync(new URL(STORED_FILE, FOLDER), 'utf8'));
  const bytes = Uint8Array.from(readFileSync(new URL(STORED_NUMBERS_FILE, FOLDER)));
  const frame = decodeStoredPicture(json, bytes.buffer).frames.get(`encoder.${layer}.self.pattern`);
  const [, rows = 0, columns = 0] = frame?.shape ?? [];
  const weight = frame?.data[(head * rows + query) * columns + key];
  if (weight === undefined) throw new Error(`No weight of layer ${layer}, head ${head} at ${query}, ${key}`);
  return weight;
}
