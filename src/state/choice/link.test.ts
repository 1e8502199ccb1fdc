import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/long.ts';
import { anyChoice } from '../testing/arbitrary.ts';
import type { Choice } from '../types.ts';
import { LONGEST_LINK_TEXT, wellFormed } from './checks.ts';
import { FIELD_NAMES, FIELDS, INITIAL_CHOICE } from './fields.ts';
import { linkCuts, parseEdit, parseLink, parseShow, printLink } from './link.ts';
import { checkPatch } from './patch.ts';

test('a printed choice parses to itself, whatever the defaults', () => {
  fc.assert(
    fc.property(anyChoice, anyChoice, (choice, firstView) => {
      const defaults = { ...firstView, target: null };
      expect({ ...defaults, ...parseLink(printLink(choice, defaults)) }).toEqual(choice);
    }),
    { numRuns: runs(400, 2000) },
  );
});

test('survives a real URL, as an address bar writes it', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
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

const LINKS = runs(2000, 10_000);

test(`${LINKS} random links parse to a valid state`, () => {
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
      '1-3',
      'off.e2h4+off.c.mean',
      'forbid.e2h0-3.8_1-4,9_.after',
      'forbid.d._',
      'mask.d.none+mask.e0.window3',
      'scale.e.x0.5+scale.d1.none',
      'positions.e.shift-2',
      'sample,t0.8,k40,p0.9,s7',
      'beam,w8',
      'e2h4,5+c0h1',
      'e2h4.my+name%0Ac0h1.x',
      'e2h4.',
    ),
    fc
      .array(
        fc.constantFrom(
          'off',
          'forbid',
          'mask',
          'scale',
          'positions',
          '.',
          'e',
          'd',
          'h',
          '0',
          '1-',
          '_',
          ',',
          'x',
          '+',
        ),
      )
      .map((parts) => parts.join('')),
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
    { numRuns: LINKS },
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

test('changes are readable in a link, and the same changes have one link', () => {
  const changes = FIELDS.changes.check([
    { type: 'scale', kind: 'encoder', factor: null },
    { type: 'off', kind: 'encoder', layer: 2, heads: [4] },
    { type: 'off', kind: 'encoder', layer: 2, heads: [7, 5, 6] },
    { type: 'off', kind: 'cross', way: 'mean' },
    {
      type: 'forbid',
      kind: 'encoder',
      layer: 3,
      heads: [0],
      cells: [1, 2, 3, 5].map((key) => ({ query: 8, key })),
    },
    {
      type: 'forbid',
      kind: 'encoder',
      layer: 3,
      mode: 'after',
      cells: [
        { query: null, key: 4 },
        { query: 2, key: null },
      ],
    },
    { type: 'mask', kind: 'decoder', mask: 'none' },
    { type: 'mask', kind: 'encoder', layer: 0, mask: 'window', size: 3 },
    { type: 'scale', kind: 'decoder', layer: 1, heads: [0], factor: 0.5 },
    { type: 'positions', part: 'encoder', way: 'shuffled', seed: 7 },
    { type: 'positions', part: 'decoder', way: 'shifted', by: -2 },
  ]);
  const link = printLink({ changes: changes ?? [] });
  expect(link.hash).toBe(
    '#changes=off.e2h4-7+off.c.mean+forbid.e3h0.8_1-3,8_5+forbid.e3._4,2_.after+mask.e0.window3+mask.d.none' +
      '+scale.e.none+scale.d1h0.x0.5+positions.e.shuffle7+positions.d.shift-2',
  );
  expect(parseLink(link)).toEqual({ changes });
});

test('decoding, heads hidden, named and compared are readable too', () => {
  const patch = checkPatch('test', {
    decoding: { way: 'sample', temperature: 0.8, topK: 40 },
    hidden: [
      { kind: 'cross', layer: 0, head: 1 },
      { kind: 'encoder', layer: 2, head: 5 },
      { kind: 'encoder', layer: 2, head: 4 },
    ],
    names: [
      { kind: 'cross', layer: 0, head: 1, name: ' who is  it? ' },
      { kind: 'encoder', layer: 2, head: 4, name: '代词' },
    ],
    other: { text: 'it was wide', kind: 'encoder', layer: 2, head: 4 },
    rows: [8, 3, 4, 5],
    step: 3,
  });
  const link = printLink(patch);
  expect(link.hash).toBe(
    '#step=3&rows=3-5,8&decoding=sample,t0.8,k40&hidden=e2h4,5+c0h1' +
      '&names=e2h4.%E4%BB%A3%E8%AF%8D%0Ac0h1.who+is+it%3F&other=e2h4.it+was+wide',
  );
  expect(parseLink(link)).toEqual(patch);
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

test('only edit=1 lets the sentence be typed in a frame', () => {
  expect(['?edit=1', '?show=figure&edit=1', '?edit=yes', '?edit=0', ''].map(parseEdit)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('only show=figure shows the figure', () => {
  expect(['?show=figure', '?show=x', '', '?toString=1'].map(parseShow)).toEqual([
    'figure',
    'head',
    'head',
    'head',
  ]);
});
