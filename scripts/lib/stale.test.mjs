import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale } from './stale.mjs';

let root = '';

/** Writes a file and dates it and its folder, in seconds since 1970. */
function write(path, seconds) {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, path);
  utimesSync(file, seconds, seconds);
  utimesSync(join(file, '..'), seconds, seconds);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'headlight-stale-'));
  write('src/app/main.tsx', 1000);
  write('index.html', 1000);
  utimesSync(join(root, 'src'), 1000, 1000);
});

afterEach(() => rmSync(root, { recursive: true }));

it('is stale while nothing is built', () => expect(isStale(root)).toBe(true));

it('is fresh when the build is newer than every source', () => {
  write('dist/index.html', 2000);
  expect(isStale(root)).toBe(false);
});

it('is stale after a source changed, however deep', () => {
  write('dist/index.html', 2000);
  write('src/app/deep/er.ts', 3000);
  expect(isStale(root)).toBe(true);
});

it('is stale after a source was taken away', () => {
  write('src/app/gone.ts', 1000);
  write('dist/index.html', 2000);
  rmSync(join(root, 'src/app/gone.ts'));
  expect(isStale(root)).toBe(true);
});
