import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ATTENTION_KINDS,
  COMBINES,
  LANGUAGES,
  LEVELS,
  PALETTES,
  SCALES,
  THEMES,
  VIEWS,
} from '../contract/index.ts';
import { LONGEST_LINK_TEXT, wellFormed } from './checks.ts';
import { FIELD_NAMES, FIELDS, INITIAL_CHOICE } from './fields.ts';
import { linkCuts, parseLink, parseShow, printLink } from './link.ts';
import type { Choice } from './types.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const whole = fc.integer({ min: 0, max: 999 });
const choices: fc.Arbitrary<Choice> = fc.record({
  text: anyText,
  target: fc.option(anyText, { nil: null }),
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: whole,
  heads: fc.uniqueArray(whole, { minLength: 1, maxLength: 9 }).map((heads) => heads.sort((a, b) => a - b)),
  combine: fc.constantFrom(...COMBINES),
  cell: fc.option(fc.record({ query: whole, key: whole }), { nil: null }),
  view: fc.constantFrom(...VIEWS),
  scale: fc.constantFrom(...SCALES),
  level: fc.constantFrom(...LEVELS),
  mass: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
  palette: fc.constantFrom(...PALETTES),
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom(...LANGUAGES),
  model: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,30}$/),
  backend: fc.constantFrom('auto', 'webgl', 'wasm', 'cpu'),
});

test('a printed choice parses to itself, whatever the defaults', () => {
  fc.assert(
    fc.property(choices, choices, (choice, firstView) => {
      const defaults = { ...firstView, target: null };
      expect({ ...defaults, ...parseLink(printLink(choice, defaults)) }).toEqual(choice);
    }),
    { numRuns: 2000 },
  );
});

test('survives a real URL, as an address bar writes it', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const { search, hash } = printLink(choice);
      const url = new URL(`http://localhost/headlight/${search}${hash}`);
      expect({ ...INITIAL_CHOICE, ...parseLink(url) }).toEqual(choice);
    }),
    { numRuns: 500 },
  );
});

/** Every field of the patch is one its own check gives back unchanged. */
const expectSound = (patch: object): void => {
  for (const [name, value] of Object.entries(patch)) {
    const field = FIELD_NAMES.find((known) => known === name);
    expect(field, name).toBeDefined();
    if (field) expect(FIELDS[field].check(value)).toEqual(value);
  }
};

test('10,000 random links parse to a valid state', () => {
  const keys = fc.constantFrom(
    ...FIELD_NAMES.map((name) => FIELDS[name].key),
    'toString',
    '__proto__',
    'x',
    '',
  );
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'NaN',
      '1e309',
      '-1',
      '0',
      'toString',
      '__proto__',
      '%',
      '%ff',
      '%ud800',
      'none',
      ',',
      '1,2',
      '..',
    ),
    fc.integer().map(String),
    fc.double().map(String),
  );
  const half = fc.oneof(
    fc
      .array(fc.tuple(keys, words), { maxLength: 12 })
      .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  fc.assert(
    fc.property(half, half, (search, hash) => {
      const patch = parseLink({ search: `?${search}`, hash: `#${hash}` });
      expectSound(patch);
      const again = parseLink(printLink(patch));
      expect({ ...INITIAL_CHOICE, ...again }).toEqual({ ...INITIAL_CHOICE, ...patch });
    }),
    { numRuns: 10_000 },
  );
});

test('defaults are left out, and an empty link is an empty patch', () => {
  expect(printLink(INITIAL_CHOICE)).toEqual({ search: '', hash: '' });
  expect(parseLink({ search: '', hash: '' })).toEqual({});
});

test('zero, the empty text, the empty target and "no cell" are not the same as nothing', () => {
  const first: Choice = {
    ...INITIAL_CHOICE,
    text: 'it',
    layer: 2,
    heads: [4],
    cell: { query: 0, key: 1 },
    mass: 0.5,
  };
  const choice: Choice = { ...first, text: '', target: '', layer: 0, heads: [0], cell: null, mass: 0 };
  const link = printLink(choice, first);
  expect(link.hash).toBe('#text=&target=&layer=0&heads=0&cell=none&mass=0');
  expect(parseLink(link)).toEqual({ text: '', target: '', layer: 0, heads: [0], cell: null, mass: 0 });
});

test.each([
  ['layer=-1'],
  ['layer=1e309'],
  ['layer=NaN'],
  ['layer=1000'],
  ['layer=1.5'],
  ['layer='],
  ['heads='],
  ['heads=1,x'],
  [`heads=${Array.from({ length: 65 }, (_, i) => i).join(',')}`],
  ['cell=1'],
  ['cell=1,2,3'],
  ['cell=1,-2'],
  ['mass=2'],
  ['mass=.'],
  ['kind=toString'],
  ['theme=__proto__'],
  ['toString=1&__proto__=2&constructor=3'],
  [`text=${'a'.repeat(LONGEST_LINK_TEXT + 1)}`],
])('%s falls back to its default', (hash) => {
  expect(parseLink({ search: '', hash: `#${hash}` })).toEqual({});
});

test.each(['..', '.', 'A', 'a/b', '', 'a%2Fb', 'ü', 'a'.repeat(65)])('no model is called %j', (name) => {
  expect(parseLink({ search: `?model=${name}`, hash: '' })).toEqual({});
});

test('heads are sorted, each once; the first of two equal keys counts', () => {
  expect(parseLink({ search: '', hash: '#heads=3,1,3&layer=2&layer=5' })).toEqual({
    heads: [1, 3],
    layer: 2,
  });
});

test('model and backend are read from the query only, the rest from the hash only', () => {
  const patch = parseLink({ search: '?model=tiny&backend=wasm&layer=2', hash: '#layer=1&model=other' });
  expect(patch).toEqual({ model: 'tiny', backend: 'wasm', layer: 1 });
});

test('a lone surrogate becomes U+FFFD', () => {
  expect(wellFormed('a\ud800b\udc00😀')).toBe('a\ufffdb\ufffd😀');
  expect(parseLink(printLink({ text: 'a\ud800' }))).toEqual({ text: 'a\ufffd' });
});

test('a longer text is cut in the link between two characters, and the link says so', () => {
  const text = `${'a'.repeat(LONGEST_LINK_TEXT - 1)}😀😀`;
  expect(parseLink(printLink({ text })).text).toBe('a'.repeat(LONGEST_LINK_TEXT - 1));
  expect(linkCuts({ text })).toBe(true);
  expect(linkCuts({ text: 'short', target: null })).toBe(false);
});

test('only show=figure shows the figure', () => {
  expect(['?show=figure', '?show=x', '', '?toString=1'].map(parseShow)).toEqual([
    'figure',
    'head',
    'head',
    'head',
  ]);
});
