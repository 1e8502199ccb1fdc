// How many bytes the built page asks for: of every chunk, and of what is loaded together.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @typedef {object} Size
 * @property {string} name without the hash of its contents
 * @property {number} bytes
 * @property {number} gzip
 */

/** `assets/mount-BASUTJ0t.js` is `mount.js`. */
const plainName = (file) => file.replace(/-[\w-]{8}(\.\w+)$/, '$1');

/** What a chunk imports statically: it runs only when all of that has arrived. */
const staticImports = (code) => [...code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map((found) => found[1]);

/** What a page's HTML names in `assets/`. */
const filesOfPage = (html) =>
  [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)].map((found) => found[1]);

/** Files, and all that they import statically. */
function withImports(assets, files) {
  const all = new Set(files);
  for (const file of all) {
    if (!file.endsWith('.js')) continue;
    for (const name of staticImports(readFileSync(join(assets, file), 'utf8'))) all.add(name);
  }
  return [...all];
}

function sizeOf(assets, file) {
  const content = readFileSync(join(assets, file));
  return { name: plainName(file), bytes: content.length, gzip: gzipSync(content).length };
}

const total = (name, sizes) => ({
  name,
  bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
  gzip: sizes.reduce((sum, { gzip }) => sum + gzip, 0),
});

/**
 * @param {string} dist the built folder
 * @returns {{chunks: Size[], loads: Size[]}} every chunk, the largest first; and what is loaded together: by each page
 * before it shows anything, by the worker before its first run
 */
export function measure(dist) {
  const assets = join(dist, 'assets');
  const files = readdirSync(assets).filter((file) => /\.(js|css)$/.test(file));
  const load = (name, roots) =>
    total(
      name,
      withImports(assets, roots).map((file) => sizeOf(assets, file)),
    );
  const pages = readdirSync(dist).filter((file) => file.endsWith('.html'));
  return {
    chunks: files.map((file) => sizeOf(assets, file)).toSorted((a, b) => b.bytes - a.bytes),
    loads: [
      ...pages.map((page) => load(page, filesOfPage(readFileSync(join(dist, page), 'utf8')))),
      load(
        'worker',
        files.filter((file) => file.startsWith('worker-')),
      ),
    ],
  };
}

/**
 * @param {readonly Size[]} loads
 * @param {Readonly<Record<string, number>>} budget bytes each load may have
 * @returns {string[]} what is over, in words
 */
export function overBudget(loads, budget) {
  return loads.flatMap(({ name, bytes }) => {
    if (!(name in budget)) return [`${name} has no budget in scripts/bytes.mjs`];
    const allowed = budget[name];
    return bytes > allowed ? [`${name} loads ${bytes} bytes; its budget is ${allowed}`] : [];
  });
}

/** Rows of a table for the terminal. @param {readonly Size[]} sizes */
export function sizeTable(sizes) {
  const width = Math.max(...sizes.map(({ name }) => name.length));
  return sizes.map(
    ({ name, bytes, gzip }) =>
      `${name.padEnd(width)}  ${String(bytes).padStart(9)}  gzip ${String(gzip).padStart(8)}`,
  );
}
