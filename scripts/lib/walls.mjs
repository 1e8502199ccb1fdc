// The walls between the rooms of src: who may import whom, by the table in docs/ARCHITECTURE.md.

/** @typedef {import('./modules.mjs').Module} Module */
/** @typedef {import('./modules.mjs').Import} Import */

/**
 * @typedef {object} Row
 * @property {ReadonlyMap<string, boolean>} rooms whom it may import, and whether types alone
 * @property {readonly string[]} packages a trailing /* is all below
 */

const TYPES_ONLY = ' (types only)';
const listOf = (cell) => cell.split(',').map((word) => word.trim().replaceAll('`', ''));
const named = (cell) => listOf(cell).filter((word) => word !== '' && word !== 'nothing');

/**
 * @param {string} text docs/ARCHITECTURE.md
 * @returns {ReadonlyMap<string, Row>} by room
 */
export function readTable(text) {
  const [, section = ''] = text.split('### Who may import whom');
  const rows = [...section.split('\n#')[0].matchAll(/^\| (\w+) \| ([^|]*) \|([^|]*)\|$/gm)];
  const table = rows
    .filter(([, room]) => room !== 'room')
    .map(([, room, rooms, packages]) => [
      room,
      {
        rooms: new Map(named(rooms).map((word) => [word.replace(TYPES_ONLY, ''), word.endsWith(TYPES_ONLY)])),
        packages: named(packages),
      },
    ]);
  return new Map(table);
}

const roomOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
const isTest = (path) => /\.test\.tsx?$/.test(path);
/** What is there for tests alone: the room `testing`, and the folders of that name within rooms. */
const isTesting = (path) => path.startsWith('src/') && path.includes('/testing/');
const isForTests = (path) => isTest(path) || isTesting(path);

/** Packages that tests need, whatever their room. */
const TEST_PACKAGES = ['vitest', 'fast-check', 'node:*', 'react', 'react-dom/*'];

const covers = (entry, specifier) =>
  entry.endsWith('*') ? specifier.startsWith(entry.slice(0, -1)) : specifier === entry;

/** The rule that a package breaks, or null. */
function packageRule({ specifier, names }, room, row, forTests, drawing) {
  const allowed = [...row.packages, ...(forTests ? TEST_PACKAGES : [])];
  if (!allowed.some((entry) => covers(entry, specifier))) return `${room} may not import this package`;
  const touching = specifier === 'd3' ? names.filter((name) => drawing.has(name)) : [];
  return touching.length > 0 ? `D3 computes and React draws: no ${touching.join(', ')}` : null;
}

/** The rule that a file of the project breaks, or null. */
function fileRule(from, { path, typesOnly }, room, row, table) {
  const forTests = isForTests(from);
  if (path.startsWith('e2e/')) return 'nothing in src knows the end-to-end tests';
  const target = roomOf(path);
  if (target === null) return forTests ? null : 'only tests import what lies outside src';
  if (isTesting(path)) return forTests ? null : 'only tests import testing';
  // A law about several rooms lies beside none of them.
  if (target === room || (room === 'testing' && isTest(from))) return null;
  const alsoFor = isTesting(from) ? table.get('testing')?.rooms : undefined;
  const types = row.rooms.get(target) ?? alsoFor?.get(target);
  if (types === undefined) return `${room} may not import ${target}`;
  if (types && !typesOnly && !forTests) return `${room} may import types alone of ${target}`;
  return path === `src/${target}/index.ts` ? null : 'another room is entered by its index.ts';
}

/**
 * Every import that breaks a rule, as a line for a person to read.
 * @param {readonly Module[]} modules
 * @param {ReadonlyMap<string, Row>} table
 * @param {ReadonlySet<string>} drawing the names of D3 that touch the page
 */
export function breaches(modules, table, drawing = new Set()) {
  return modules.flatMap(({ path: from, imports }) =>
    imports.flatMap((one) => {
      const room = roomOf(from) ?? from;
      const row = table.get(room);
      if (!row) return [`${from}: ${room} has no row in the table`];
      const broken = one.path
        ? fileRule(from, one, room, row, table)
        : packageRule(one, room, row, isForTests(from), drawing);
      return broken ? [`${from}:${one.line}: '${one.specifier}': ${broken}`] : [];
    }),
  );
}

/**
 * One circle of imports from every knot of files that import one another, types counted.
 * @param {readonly Module[]} modules
 */
export function circles(modules) {
  const graph = new Map(modules.map(({ path, imports }) => [path, imports.flatMap((one) => one.path ?? [])]));
  const found = new Map();
  const done = new Set();
  const visit = (path, way) => {
    const at = way.indexOf(path);
    if (at >= 0) {
      const circle = way.slice(at);
      found.set([...circle].sort().join(), [...circle, path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return [...found.values()];
}

/** One language's words: the sections have the same names in every language. */
const isCatalogue = (path) => /^src\/i18n\/[^/]+\//.test(path);

/**
 * Exported names that mean two things: said in two files, or handed out by two rooms.
 * @param {readonly Module[]} modules
 */
export function doubles(modules) {
  const places = new Map();
  const add = (name, kind, place) => {
    const key = `${kind} ${name}`;
    places.set(key, (places.get(key) ?? new Set()).add(place));
  };
  for (const { path, exports } of modules.filter(({ path }) => !isForTests(path) && !isCatalogue(path))) {
    for (const { name, line, from } of exports) {
      if (from === null) add(name, 'exported twice:', `${path}:${line}`);
      if (/^src\/\w+\/index\.ts$/.test(path)) add(name, 'in two doors:', `${path}:${line}`);
    }
  }
  return [...places].filter(([, at]) => at.size > 1).map(([key, at]) => `${key} (${[...at].join(', ')})`);
}

const LONGEST_LINE = 120;

/** Lines that are longer, in code or comment. */
export const tooLong = (path, text) =>
  text.split('\n').flatMap((line, i) => {
    return line.length > LONGEST_LINE ? [`${path}:${i + 1}: ${line.length} characters`] : [];
  });
