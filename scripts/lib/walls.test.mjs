import { describe, expect, it } from 'vitest';
import { readModule } from './modules.mjs';
import { breaches, circles, doubles, readTable, tooLong } from './walls.mjs';

const TABLE = readTable(`# Rooms

### Who may import whom

| room | may import | and of packages |
|---|---|---|
| contract | nothing | nothing |
| layout | contract | \`d3\` |
| views | contract, layout, i18n (types only) | react |
| i18n | contract | \`@lingui/*\` |
| testing | contract, layout | |

## Words

| engine | contract | |
`);

const modulesOf = (files) => Object.entries(files).map(([path, text]) => readModule(path, text));
const brokenIn = (path, text) => breaches(modulesOf({ [path]: text }), TABLE, new Set(['select']));

it('reads the table, and no other', () => {
  expect([...TABLE.keys()]).toEqual(['contract', 'layout', 'views', 'i18n', 'testing']);
  expect(TABLE.get('contract')).toEqual({ rooms: new Map(), packages: [] });
  expect(TABLE.get('views')?.rooms.get('i18n')).toBe(true);
});

describe('what may be imported', () => {
  it.each([
    ['its own room, at any depth', 'src/layout/a/b/c.ts', "import { d } from '../../d.ts';"],
    ['a room by its door', 'src/layout/a/b/c.ts', "import { d } from '../../../contract/index.ts';"],
    ['types of a room open to types', 'src/views/a.ts', "import type { T } from '../i18n/index.ts';"],
    ['those packages', 'src/i18n/a.ts', "import { m } from '@lingui/core';"],
    ['what computes in D3', 'src/layout/a.ts', "import { scaleLinear } from 'd3';"],
    ['testing, in a test', 'src/layout/a.test.ts', "import { runs } from '../testing/long.ts';"],
    ['a test’s packages, in a test', 'src/contract/a.test.ts', "import { it } from 'vitest';"],
    ['words, in a test of views', 'src/views/a.test.ts', "import { T } from '../i18n/index.ts';"],
    ['what testing may, in a folder for tests', 'src/i18n/testing/a.ts', "import '../../layout/index.ts';"],
    ['any file, in a law of testing', 'src/testing/a.test.ts', "import { x } from '../views/b.ts';"],
    ['fixtures, in a test', 'src/layout/a.test.ts', "import numbers from '../../fixtures/a.json';"],
  ])('lets a file import %s', (_, path, text) => {
    expect(brokenIn(path, text)).toEqual([]);
  });
});

describe('breaches', () => {
  it.each([
    [
      'src/layout/a/b/c/d.ts',
      "import { x } from '../../../../views/index.ts';",
      'layout may not import views',
    ],
    ['src/layout/a.ts', "import type { X } from '../views/index.ts';", 'layout may not import views'],
    ['src/layout/a.ts', "export { x } from '../views/index.ts';", 'layout may not import views'],
    ['src/layout/a.ts', "export * from '../views/index.ts';", 'layout may not import views'],
    ['src/layout/a.ts', "const x = await import('../views/index.ts');", 'layout may not import views'],
    ['src/layout/a.ts', "type X = import('../views/index.ts').X;", 'layout may not import views'],
    [
      'src/layout/a.ts',
      "new Worker(new URL('../views/w.ts', import.meta.url));",
      'layout may not import views',
    ],
    ['src/layout/a.test.ts', "import { x } from '../views/index.ts';", 'layout may not import views'],
    ['src/views/a.ts', "import { x } from '../i18n/index.ts';", 'views may import types alone of i18n'],
    ['src/views/a.ts', "import { x } from '../layout/b.ts';", 'another room is entered by its index.ts'],
    ['src/layout/a.ts', "import { x } from '../testing/index.ts';", 'only tests import testing'],
    ['src/layout/a.ts', "import { x } from './testing/b.ts';", 'only tests import testing'],
    ['src/layout/a.test.ts', "import '../../e2e/b.ts';", 'nothing in src knows the end-to-end tests'],
    ['src/layout/a.ts', "import '../../scripts/b.mjs';", 'only tests import what lies outside src'],
    ['src/layout/a.ts', "import { x } from 'react';", 'layout may not import this package'],
    ['src/layout/a.ts', "import { scaleLinear } from 'd3-scale';", 'layout may not import this package'],
    ['src/layout/a.ts', 'await import(name);', 'layout may not import this package'],
    ['src/layout/a.ts', "import { max, select } from 'd3';", 'D3 computes and React draws: no select'],
    ['src/nowhere/a.ts', "import './b.ts';", 'nowhere has no row in the table'],
  ])('in %s refuse %s', (path, text, rule) => {
    const [broken = '', ...more] = brokenIn(path, `// Why.\n${text}\n`);
    expect(more).toEqual([]);
    expect(broken.startsWith(path)).toBe(true);
    expect(broken).toContain(rule);
  });

  it('name file, line, import and rule', () => {
    expect(brokenIn('src/layout/a.ts', "\n\nimport { x } from 'react';\n")).toEqual([
      "src/layout/a.ts:3: 'react': layout may not import this package",
    ]);
  });
});

describe('circles', () => {
  it('are found through types and doors', () => {
    const files = {
      'src/views/a.ts': "import { b } from './b.ts';",
      'src/views/b.ts': "export { c } from './c.ts';",
      'src/views/c.ts': "import type { A } from './a.ts';",
      'src/views/d.ts': "import { a } from './a.ts';",
    };
    expect(circles(modulesOf(files))).toEqual([
      'src/views/a.ts → src/views/b.ts → src/views/c.ts → src/views/a.ts',
    ]);
  });

  it('are none where two ways lead to one file', () => {
    const files = {
      'src/views/a.ts': "import './b.ts';\nimport './c.ts';",
      'src/views/b.ts': "import './c.ts';",
      'src/views/c.ts': 'export const c = 1;',
    };
    expect(circles(modulesOf(files))).toEqual([]);
  });
});

describe('doubles', () => {
  it('are names said twice, types too, and names that two doors hand out', () => {
    const files = {
      'src/views/a.ts': 'export type Mask = 1;\nexport const one = 1;',
      'src/layout/b.ts': '\nexport interface Mask {}',
      'src/layout/index.ts': "export { one } from './c.ts';",
      'src/views/index.ts': "export { one } from './a.ts';",
    };
    expect(doubles(modulesOf(files))).toEqual([
      'exported twice: Mask (src/views/a.ts:1, src/layout/b.ts:2)',
      'in two doors: one (src/layout/index.ts:1, src/views/index.ts:1)',
    ]);
  });

  it('are not what a door passes on, nor what is for tests, nor the sections of two languages', () => {
    const files = {
      'src/views/a.ts': 'export const one = 1;',
      'src/views/index.ts': "export { one } from './a.ts';",
      'src/views/a.test.ts': 'export const one = 1;',
      'src/testing/a.ts': 'export const one = 1;',
      'src/i18n/en/keys.ts': 'export const keys = {};',
      'src/i18n/fr/keys.ts': 'export const keys = {};',
    };
    expect(doubles(modulesOf(files))).toEqual([]);
  });
});

it('a line of 121 characters is too long, one of 120 is not', () => {
  expect(tooLong('src/a.ts', `${'x'.repeat(120)}\n${'x'.repeat(121)}\n`)).toEqual([
    'src/a.ts:2: 121 characters',
  ]);
});
