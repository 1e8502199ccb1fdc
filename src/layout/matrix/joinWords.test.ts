import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../contract/index.ts';
import { joinTokens, joinWords } from './joinWords.ts';
import { rowOf } from './matrix.ts';

function pieces(...list: readonly (readonly [text: string, word: number])[]): readonly Token[] {
  return list.map(([text, word], i) => ({ id: i, text, start: i, end: i + 1, word, role: 'text' }));
}

describe('joinTokens', () => {
  it('writes the pieces of a word together', () => {
    const joined = joinTokens(pieces(['un', 0], ['happy', 0], ['cat', 1]));
    expect(joined.map((t) => t.text)).toEqual(['unhappy', 'cat']);
    expect(joined[0]).toMatchObject({ id: 0, start: 0, end: 2, word: 0 });
  });

  it('puts characters together that came byte by byte', () => {
    const bytes = ['<0xE2>', '<0x82>', '<0xAC>'].map((text) => [text, 0] as const);
    expect(joinTokens(pieces(['5', 0], ...bytes, ['!', 0]))[0]?.text).toBe('5€!');
  });

  it('keeps words apart that share a number but not a place', () => {
    expect(joinTokens(pieces(['a', 0], ['b', 1], ['c', 0]))).toHaveLength(3);
  });
});

describe('joinWords', () => {
  const queries = pieces(['a', 0], ['b', 0], ['c', 1]);
  const keys = pieces(['p', 0], ['q', 1], ['r', 1], ['s', 2]);
  const matrix = {
    T: 3,
    S: 4,
    data: Float32Array.from([0.1, 0.2, 0.3, 0.4, 0.5, 0.1, 0.1, 0.3, 0, 0, 1, 0]),
  };

  it('sums over keys and takes the mean over queries', () => {
    const joined = joinWords(matrix, queries, keys);
    expect(joined.matrix).toMatchObject({ T: 2, S: 3 });
    const wanted = [0.3, 0.35, 0.35, 0, 1, 0];
    [...joined.matrix.data].forEach((v, i) => {
      expect(v).toBeCloseTo(wanted[i] ?? -1, 6);
    });
    expect(joined.queries.map((t) => t.text)).toEqual(['ab', 'c']);
    expect(joined.keys.map((t) => t.text)).toEqual(['p', 'qr', 's']);
  });

  it('refuses tokens that do not belong to the matrix', () => {
    expect(() => joinWords(matrix, queries, queries)).toThrow(
      'joinWords: tokens: expected 3 queries and 4 keys, got 3 and 3',
    );
  });

  it('keeps every row summing to 1, and nothing ahead of a word under the causal mask', () => {
    const words = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        words,
        fc.infiniteStream(fc.double({ min: 0.01, max: 1, noNaN: true })),
        (sizes, stream) => {
          const list = sizes.flatMap((size, word) =>
            Array.from({ length: size }, () => ['x', word] as const),
          );
          const T = list.length;
          const data = new Float32Array(T * T);
          for (let q = 0; q < T; q++) {
            const row = Array.from({ length: T }, (_, k) => (k > q ? 0 : (stream.next().value ?? 1)));
            const sum = row.reduce((a, b) => a + b, 0);
            data.set(
              row.map((v) => v / sum),
              q * T,
            );
          }
          const tokens = pieces(...list);
          const joined = joinWords({ data, T, S: T }, tokens, tokens);
          expect(joined.matrix.T).toBe(sizes.length);
          for (let q = 0; q < joined.matrix.T; q++) {
            const row = rowOf(joined.matrix, q);
            expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
            expect([...row.slice(q + 1)].every((v) => v === 0)).toBe(true);
          }
        },
      ),
    );
  });
});
