import { expect, test } from 'vitest';
import { checkPatch, StateError } from './patch.ts';
import { recall, remember } from './remembered.ts';

test('sound fields pass, normalised', () => {
  const patch = { text: 'a\ud800', heads: [3, 1, 3], target: null, mass: 0.12345 };
  expect(checkPatch('setState', patch)).toEqual({
    text: 'a\ufffd',
    heads: [1, 3],
    target: null,
    mass: 0.123,
  });
});

test('plain objects are changes; what is not said is every layer, every head, the first word of a choice', () => {
  const changes = [
    { type: 'off', kind: 'encoder', layer: 1, heads: [3, 1] },
    { type: 'positions', part: 'encoder' },
    { type: 'forbid', kind: 'cross', cells: [{ query: 3, key: null }] },
  ];
  expect(checkPatch('setState', { changes, decoding: { way: 'beam' } })).toEqual({
    changes: [
      { type: 'off', kind: 'encoder', layer: 1, heads: [1, 3], way: 'zero' },
      {
        type: 'forbid',
        kind: 'cross',
        layer: null,
        heads: null,
        mode: 'before',
        cells: [{ query: 3, key: null }],
      },
      { type: 'positions', part: 'encoder', way: 'off', by: 0, seed: 0 },
    ],
    decoding: { way: 'beam', temperature: 1, topK: null, topP: null, seed: 1, width: 4 },
  });
});

test.each([
  [{ layer: -1 }, 'setState: layer: expected a whole number from 0 to 999, got -1'],
  [{ layer: Number.NaN }, 'setState: layer: expected a whole number from 0 to 999, got NaN'],
  [{ heads: [] }, 'setState: heads: expected 1 to 64 whole numbers from 0 to 999, got []'],
  [{ text: 3 }, 'setState: text: expected a string, got 3'],
  [{ kind: 'toString' }, "setState: kind: expected one of 'encoder', 'decoder', 'cross', got \"toString\""],
  [
    { cell: { query: 0 } },
    /^setState: cell: expected \{ query, key \}, whole numbers .* or null, got \{"query":0\}$/,
  ],
  [{ colour: 1 }, /^setState: patch: expected only text, target, .* got "colour"$/],
  [{ text: undefined }, 'setState: text: expected a string, got undefined'],
  [null, 'setState: patch: expected an object, got null'],
  [[1], 'setState: patch: expected an object, got [1]'],
  [{ changes: 'off' }, 'setState: changes: expected a list of at most 1000, got "off"'],
  [
    { changes: [{ type: 'of' }] },
    "setState: changes[0].type: expected one of 'off', 'forbid', 'mask', 'scale', 'positions', got \"of\"",
  ],
  [
    {
      changes: [
        { type: 'off', kind: 'encoder' },
        { type: 'off', kind: 'cross', way: 'half' },
      ],
    },
    "setState: changes[1].way: expected one of 'zero', 'mean', 'first', got \"half\"",
  ],
  [
    { changes: [{ type: 'off', kind: 'encoder', head: 3 }] },
    'setState: changes[0]: expected only type, kind, layer, heads, way, got "head"',
  ],
  [
    { changes: [{ type: 'off', kind: 'encoder', layer: 1.5 }] },
    'setState: changes[0].layer: expected a whole number from 0 to 999, or null, got 1.5',
  ],
  [
    { changes: [{ type: 'forbid', kind: 'cross', cells: [{ query: 1 }] }] },
    'setState: changes[0].cells[0].key: expected a whole number from 0 to 99999, or null, got undefined',
  ],
  [
    { changes: [{ type: 'mask', kind: 'cross', mask: 'window' }] },
    'setState: changes[0].size: expected a whole number from 0 to 999, got undefined',
  ],
  [
    { changes: [{ type: 'scale', kind: 'cross', factor: Number.POSITIVE_INFINITY }] },
    'setState: changes[0].factor: expected a number from -100 to 100, or null, got Infinity',
  ],
  [
    { decoding: { temperature: 0 } },
    'setState: decoding.temperature: expected a number from 0.05 to 5, got 0',
  ],
  [
    { decoding: { topk: 1 } },
    'setState: decoding: expected only way, temperature, topK, topP, seed, width, got "topk"',
  ],
  [
    { decoding: null },
    'setState: decoding: expected { way, temperature, topK, topP, seed, width }, got null',
  ],
  [
    { names: [{ kind: 'cross', layer: 0, head: 0, name: '\n' }] },
    'setState: names[0].name: expected 1 to 40 characters, got "\\n"',
  ],
  [
    { other: { kind: 'cross', layer: 0 } },
    'setState: other.head: expected a whole number from 0 to 999, got undefined',
  ],
  [{ rows: [-1] }, 'setState: rows: expected a list of at most 500 whole numbers from 0 to 99999, got [-1]'],
  [{ text: 1n }, 'setState: text: expected a string, got bigint'],
])('%o is refused with words', (patch, words) => {
  expect(() => checkPatch('setState', patch)).toThrow(words);
  expect(() => checkPatch('setState', patch)).toThrow(StateError);
});

test('too many changes are refused with words, and as many as there may be are not', () => {
  const offs = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ type: 'off', kind: 'encoder', layer: i, heads: [i % 9] }));
  expect(checkPatch('setState', { changes: offs(200) }).changes).toHaveLength(200);
  expect(() => checkPatch('setState', { changes: offs(201) })).toThrow(
    /^setState: changes: expected a list of at most 200 changes with 2000 forbidden cells, got \[/,
  );
});

const memoryOf = (stored: string | null) => {
  const memory = {
    stored,
    getItem: () => memory.stored,
    setItem: (_: string, words: string) => {
      memory.stored = words;
    },
  };
  return memory;
};

test('settings are remembered and found again; model and backend are not', () => {
  const memory = memoryOf(null);
  remember(() => memory, {
    theme: 'dark',
    matrixWords: 'columns',
    language: 'zh-CN',
    model: 'tiny',
    backend: 'cpu',
  });
  expect(recall(() => memory)).toEqual({ theme: 'dark', matrixWords: 'columns', language: 'zh-CN' });
});

test.each(['{"theme":"pink","palette":"greys"}', '{', 'null', '[]', '"x"', '{"__proto__":{"theme":"dark"}}'])(
  'a broken memory %s gives only what is sound',
  (stored) => {
    expect(recall(() => memoryOf(stored))).toEqual(stored.includes('greys') ? { palette: 'greys' } : {});
  },
);

test('refused storage is as good as none', () => {
  const refused = (): never => {
    throw new Error('SecurityError');
  };
  expect(recall(refused)).toEqual({});
  expect(() => remember(refused, { theme: 'dark' })).not.toThrow();
});
