// Whether the built page is older than what it is built from.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** Everything the build reads. */
const SOURCES = [
  'src',
  'public',
  'index.html',
  'embed.html',
  'vite.config.ts',
  'scripts/contentPolicy.ts',
  'scripts/tensorflowUnion.ts',
  'scripts/wasmBinaries.ts',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * The newest change below a path, as milliseconds since 1970; 0 when nothing is there. Folders count too: a file taken
 * away changes only its folder.
 */
export function newestChange(path) {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/** True when there is no built page, or one of its sources changed after it. */
export function isStale(root = inRoot()) {
  const built = newestChange(join(root, 'dist', 'index.html'));
  return SOURCES.some((source) => newestChange(join(root, source)) > built) || built === 0;
}
