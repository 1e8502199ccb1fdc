import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allFiles } from './lib/changed.mjs';
import { readModule } from './lib/modules.mjs';
import { inRoot } from './lib/paths.mjs';
import { breaches, circles, doubles, readTable, tooLong } from './lib/walls.mjs';

const read = (path) => readFileSync(inRoot(path), 'utf8');
const sources = allFiles().filter((path) => /^src\/.*(?<!\.as)\.tsx?$/.test(path));
const modules = sources.map((path) => readModule(path, read(path)));
const table = readTable(read('docs/ARCHITECTURE.md'));

/** Parts of D3 that touch a page or fetch. */
const DRAWING = ['d3-selection', 'd3-transition', 'd3-brush', 'd3-drag', 'd3-zoom', 'd3-axis', 'd3-fetch'];

it('every room has its row in docs/ARCHITECTURE.md', () => {
  const rooms = new Set(sources.map((path) => path.split('/')[1]));
  expect([...table.keys()].sort()).toEqual([...rooms].sort());
});

it('every import is one that its room may make', async () => {
  const parts = await Promise.all(DRAWING.map((name) => import(name)));
  const drawing = new Set(parts.flatMap(Object.keys));
  expect(drawing).toContain('select');
  expect(breaches(modules, table, drawing)).toEqual([]);
});

it('no file imports itself round a circle, types counted', () => {
  expect(circles(modules)).toEqual([]);
});

it('no name is exported twice in src, and none by two rooms', () => {
  expect(doubles(modules)).toEqual([]);
});

it('no line is longer than 120 characters', () => {
  const written = allFiles().filter((path) =>
    /^(src|e2e|bench|scripts)\/.*\.(m?ts|tsx|mjs|css|html)$/.test(path),
  );
  // Compiled, and a line to each binary.
  const long = written
    .filter((path) => !path.endsWith('simd/binaries.ts'))
    .flatMap((path) => tooLong(path, read(path)));
  expect(long).toEqual([]);
});
