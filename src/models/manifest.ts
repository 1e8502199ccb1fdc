import * as v from 'valibot';
import { count, readShape } from './read.ts';

/** What a manifest says of one file. */
export interface FileSeal {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}
export type Manifest = ReadonlyMap<string, FileSeal>;

export const MANIFEST_FILE = 'manifest.json';

const schema = v.object({
  version: v.literal(1),
  files: v.record(
    v.string(),
    v.object({ bytes: count, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  ),
});

/** Reads `manifest.json`, the list `scripts/manifest.mjs` writes. @throws ModelError `format`. */
export function readManifest(value: unknown): Manifest {
  const { files } = readShape(schema, value, 'readManifest', MANIFEST_FILE);
  return new Map(Object.entries(files));
}
