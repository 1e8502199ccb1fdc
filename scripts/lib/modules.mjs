// What a source file imports and exports, by the parser that Vite builds with: types too, which bundles no longer show.
import { dirname, posix } from 'node:path';
import { parseSync } from 'vite';

/**
 * @typedef {object} Import
 * @property {number} line from 1 on
 * @property {string} specifier as written
 * @property {string | null} path in the project, where the specifier is relative; else it is a package
 * @property {boolean} typesOnly
 * @property {readonly string[]} names '*' for all of them
 */

/**
 * @typedef {object} Module
 * @property {string} path in the project
 * @property {readonly Import[]} imports
 * @property {readonly {name: string, line: number, from: string | null}[]} exports `from`: whence one is passed on
 */

/** A type named by its file, `import('./a.ts').A`, and a file named for a worker: what the parser's lists leave out. */
const OTHERS = [
  { pattern: /\bimport\(\s*'([^']+)'\s*\)\s*\./g, typesOnly: true },
  { pattern: /\bnew URL\(\s*'([^']+)',\s*import\.meta\.url\s*,?\s*\)/g, typesOnly: false },
];

const nameOf = ({ kind, name }) => (kind === 'Default' ? 'default' : (name ?? '*'));

/** Imports and exports in the parser's own words. */
function listed({ staticImports, staticExports, dynamicImports }, text) {
  const passedOn = staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ moduleRequest }) => moduleRequest !== null);
  return [
    ...staticImports.map(({ start, moduleRequest, entries }) => ({
      start,
      specifier: moduleRequest.value,
      typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      names: entries.map(({ importName }) => nameOf(importName)),
    })),
    ...passedOn.map(({ start, moduleRequest, isType, importName }) => ({
      start,
      specifier: moduleRequest.value,
      typesOnly: isType,
      names: [nameOf(importName)],
    })),
    ...dynamicImports.map(({ start, moduleRequest }) => ({
      start,
      // Anything but a plain string stays as it is written, which no rule lets pass.
      specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^(['"])(.*)\1$/, '$2'),
      typesOnly: false,
      names: ['*'],
    })),
  ];
}

const resolved = (path, specifier) =>
  specifier.startsWith('.') ? posix.join(dirname(path), specifier.split('?')[0]) : null;

/** @param {string} path in the project @param {string} text @returns {Module} */
export function readModule(path, text) {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`readModule: ${path} cannot be read: ${errors[0].message}`);
  const lineAt = (start) => text.slice(0, start).split('\n').length;
  const others = OTHERS.flatMap(({ pattern, typesOnly }) =>
    [...text.matchAll(pattern)].map(({ index, 1: specifier }) => ({
      start: index,
      specifier: specifier ?? '',
      typesOnly,
      names: ['*'],
    })),
  );
  const all = [...listed(module, text), ...others].map(({ start, ...rest }) => ({
    line: lineAt(start),
    path: resolved(path, rest.specifier),
    ...rest,
  }));
  const exports = module.staticExports
    .flatMap(({ entries }) => entries)
    .map(({ start, exportName, moduleRequest }) => ({
      name: nameOf(exportName),
      line: lineAt(start),
      from: moduleRequest?.value ?? null,
    }));
  return { path, imports: all, exports };
}
