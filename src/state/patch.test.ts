import { expect, test } from 'vitest';
import { recall, remember } from './memory.ts';
import { checkPatch, StateError } from './patch.ts';

test('sound fields pass, normalised', () => {
  const patch = { text: 'a\ud800', heads: [3, 1, 3], target: null, mass: 0.12345 };
  expect(checkPatch('setState', patch)).toEqual({
    text: 'a\ufffd',
    heads: [1, 3],
    target: null,
    mass: 0.123,
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
  [{ text: 1n }, 'setState: text: expected a string, got bigint'],
])('%o is refused with words', (patch, words) => {
  expect(() => checkPatch('setState', patch)).toThrow(words);
  expect(() => checkPatch('setState', patch)).toThrow(StateError);
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
  remember(() => memory, { theme: 'dark', language: 'zh-CN', model: 'tiny', backend: 'cpu' });
  expect(recall(() => memory)).toEqual({ theme: 'dark', language: 'zh-CN' });
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
