import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measure, overBudget, sizeTable } from './bytes.mjs';

const dist = mkdtempSync(join(tmpdir(), 'headlight-bytes-'));
const FILES = {
  'index.html':
    '<script src="./assets/index-aaaaaaaa.js"></script>' +
    '<link href="./assets/index-bbbbbbbb.css"><link href="./icon.svg">',
  'assets/index-aaaaaaaa.js': 'import{a}from"./shared-cccc-ccc.js";import("./later-dddddddd.js");',
  'assets/index-bbbbbbbb.css': '.a{}',
  'assets/shared-cccc-ccc.js': 'export const a=1;',
  'assets/later-dddddddd.js': 'export const later=2;',
  'assets/worker-eeeeeeee.js': 'import"./core-ffffffff.js";import("./later-dddddddd.js")',
  'assets/core-ffffffff.js': 'import{a}from"./shared-cccc-ccc.js";',
};
const lengthOf = (...files) => files.reduce((sum, file) => sum + FILES[`assets/${file}`].length, 0);

beforeAll(() => {
  mkdirSync(join(dist, 'assets'));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(dist, file), text);
});
afterAll(() => rmSync(dist, { recursive: true }));

it('lists every chunk by its name without the hash, the largest first', () => {
  const { chunks } = measure(dist);
  expect(chunks.map(({ name }) => name)).toEqual([
    'index.js',
    'worker.js',
    'core.js',
    'later.js',
    'shared.js',
    'index.css',
  ]);
  expect(chunks[0]?.bytes).toBe(lengthOf('index-aaaaaaaa.js'));
});

it('adds up what a page and the worker load at once: not what they import later', () => {
  const { loads } = measure(dist);
  expect(loads.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['index.html', lengthOf('index-aaaaaaaa.js', 'index-bbbbbbbb.css', 'shared-cccc-ccc.js')],
    ['worker', lengthOf('worker-eeeeeeee.js', 'core-ffffffff.js', 'shared-cccc-ccc.js')],
  ]);
});

it('says what is over its budget, or has none', () => {
  const { loads } = measure(dist);
  expect(overBudget(loads, { 'index.html': 1000, worker: 1000 })).toEqual([]);
  expect(overBudget(loads, { worker: 10 })).toEqual([
    'index.html has no budget in scripts/bytes.mjs',
    `worker loads ${loads[1]?.bytes} bytes; its budget is 10`,
  ]);
});

it('prints a column each of names, bytes and bytes after gzip', () => {
  expect(
    sizeTable([
      { name: 'a.js', bytes: 1234, gzip: 56 },
      { name: 'longer.js', bytes: 7, gzip: 27 },
    ]),
  ).toEqual(['a.js            1234  gzip       56', 'longer.js          7  gzip       27']);
});
