import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttentionKind,
  attentionStage,
  type Frame,
  type MaskReplaced,
  makeFrame,
  PATTERN_MEASURES,
  type StageName,
  type Token,
} from '../../contract/index.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { diagonalOf, isSeparator, measureHead, measureHeads } from './headMeasures.ts';

const word = (text: string): Token => ({ id: 5, text, start: 0, end: 0, word: 0, role: 'text' });
const END: Token = { id: 0, text: '</s>', start: 0, end: 0, word: 9, role: 'end' };
/** n words, the last of them the end mark. */
const sentence = (n: number): readonly Token[] =>
  Array.from({ length: n }, (_, i) => (i === n - 1 ? END : word('a')));

/** A pattern by a rule, each row divided by its sum. */
function pattern(T: number, S: number, rule: (query: number, key: number) => number): Matrix {
  const data = new Float32Array(T * S);
  for (let query = 0; query < T; query++) {
    const row = Array.from({ length: S }, (_, key) => rule(query, key));
    const sum = row.reduce((a, b) => a + b, 0) || 1;
    row.forEach((weight, key) => {
      data[query * S + key] = weight / sum;
    });
  }
  return { data, T, S };
}

function measured(matrix: Matrix, kind: AttentionKind = 'encoder') {
  return measureHead(matrix, kind, { queries: sentence(matrix.T), keys: sentence(matrix.S) }).values;
}

describe('measureHead on patterns one can say by heart', () => {
  it('the diagonal reads nothing but itself', () => {
    const values = measured(pattern(5, 5, (i, j) => Number(i === j)));
    expect(values).toMatchObject({ distance: 0, entropy: 0, evenness: 0, same: 1, previous: 0, next: 0 });
    expect(values).toMatchObject({ first: 0, separator: 0, strongest: 1 });
  });

  it('one before, one after', () => {
    const before = measured(pattern(6, 6, (i, j) => Number(j === Math.max(0, i - 1))));
    expect(before).toMatchObject({ previous: 1, next: 0 });
    expect(before.distance).toBeCloseTo(5 / 6, 6);
    // Row 0 reads itself, and row 1 the first word.
    expect(before.same).toBeCloseTo(1 / 6, 6);
    expect(before.first).toBeCloseTo(1 / 5, 6);
    const after = measured(pattern(6, 6, (i, j) => Number(j === Math.min(5, i + 1))));
    expect(after).toMatchObject({ previous: 0, next: 1 });
    // The last word but one, and the end mark itself, read the end mark; the mark's own row does not count.
    expect(after.separator).toBeCloseTo(1 / 5, 6);
  });

  it('reading everything evenly is log2 of the keys, and as even as can be', () => {
    const values = measured(pattern(8, 8, () => 1));
    expect(values.entropy).toBeCloseTo(3, 5);
    expect(values.evenness).toBeCloseTo(1, 6);
    const causal = measured(
      pattern(8, 8, (i, j) => Number(j <= i)),
      'decoder',
    );
    expect(causal.evenness).toBeCloseTo(1, 6);
    // The first row has no choice: the other seven read 2 … 8 keys.
    const bits = [2, 3, 4, 5, 6, 7, 8].map(Math.log2).reduce((a, b) => a + b, 0) / 7;
    expect(causal.entropy).toBeCloseTo(bits, 5);
  });

  it('sinks: all on the first, all on the end mark', () => {
    expect(measured(pattern(5, 5, (_, j) => Number(j === 0)))).toMatchObject({ first: 1, separator: 0 });
    expect(measured(pattern(5, 5, (_, j) => Number(j === 4)))).toMatchObject({ first: 0, separator: 1 });
    expect(measured(pattern(5, 5, (_, j) => Number(j === 4))).distance).toBeCloseTo((4 + 3 + 2 + 1) / 5, 6);
  });

  it('cross attention is held against the diagonal scaled by the lengths', () => {
    const scaled = pattern(4, 7, (i, j) => Number(j === 2 * i));
    expect(measured(scaled, 'cross')).toMatchObject({ distance: 0, same: 1, previous: 0, next: 0 });
    const oneLate = pattern(4, 7, (i, j) => Number(j === Math.max(0, 2 * i - 1)));
    expect(measured(oneLate, 'cross').previous).toBe(1);
    expect(measured(oneLate, 'cross').distance).toBeCloseTo(3 / 4, 6);
  });
});

describe('measureHead where something cannot be', () => {
  it('a decoder does not read the next word, unless its mask was taken away', () => {
    const causal = pattern(5, 5, (i, j) => Number(j <= i));
    expect(measured(causal, 'decoder').next).toBeNull();
    expect(
      measured(
        pattern(5, 5, () => 1),
        'decoder',
      ).next,
    ).toBeCloseTo(0.2, 6);
  });

  it('one word, or rows that read nothing, tell nothing', () => {
    for (const matrix of [pattern(1, 1, () => 1), pattern(4, 4, () => 0)]) {
      const { values, strongestCell } = measureHead(matrix, 'encoder', {
        queries: sentence(matrix.T),
        keys: sentence(matrix.S),
      });
      expect(Object.values(values).every((value) => value === null)).toBe(true);
      expect(strongestCell).toBeNull();
    }
  });

  it('the decoder’s first row reads the start mark with all it has, which is not its strongest', () => {
    const matrix = pattern(3, 3, (i, j) => (j > i ? 0 : j === 1 ? 3 : 1));
    const head = measureHead(matrix, 'decoder', { queries: sentence(3), keys: sentence(3) });
    expect(head.strongestCell).toEqual({ query: 1, key: 1 });
    expect(head.values.strongest).toBeCloseTo(0.75, 6);
  });
});

describe('isSeparator', () => {
  it('is the end mark and punctuation, not a word with an apostrophe, not the start mark', () => {
    expect(['.', ',', '!?', '—', '“'].map((text) => isSeparator({ text, role: 'text' }))).not.toContain(
      false,
    );
    expect(["qu'", 'a', '2', ''].map((text) => isSeparator({ text, role: 'text' }))).not.toContain(true);
    expect(isSeparator({ text: '</s>', role: 'end' })).toBe(true);
    expect(isSeparator({ text: '<pad>', role: 'start' })).toBe(false);
  });
});

const patterns = fc
  .tuple(
    fc.integer({ min: 2, max: 7 }),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 49, maxLength: 49 }),
  )
  .map(([n, raw]) => pattern(n, n, (i, j) => 0.01 + (raw[i * 7 + j] ?? 0)));

describe('laws', () => {
  it('every measure stays between its ends', () => {
    fc.assert(
      fc.property(patterns, (matrix) => {
        const { values } = measureHead(matrix, 'encoder', {
          queries: sentence(matrix.T),
          keys: sentence(matrix.S),
        });
        for (const name of PATTERN_MEASURES) {
          const most = { distance: matrix.S - 1, entropy: Math.log2(matrix.S) } as Record<string, number>;
          expect(values[name], name).toBeGreaterThanOrEqual(0);
          expect(values[name], name).toBeLessThanOrEqual((most[name] ?? 1) + 1e-6);
        }
      }),
    );
  });

  it('a sentence read backwards exchanges the word before and the word after, and nothing else about distance', () => {
    fc.assert(
      fc.property(patterns, ({ data, T, S }) => {
        const turned = { data: Float32Array.from(data).reverse(), T, S };
        const tokens = Array.from({ length: T }, () => word('a'));
        const axes = { queries: tokens, keys: tokens };
        const a = measureHead({ data, T, S }, 'encoder', axes).values;
        const b = measureHead(turned, 'encoder', axes).values;
        for (const name of ['distance', 'entropy', 'evenness', 'same', 'strongest'] as const) {
          expect(b[name]).toBeCloseTo(a[name] ?? -1, 5);
        }
        expect(b.previous).toBeCloseTo(a.next ?? -1, 5);
        expect(b.next).toBeCloseTo(a.previous ?? -1, 5);
      }),
    );
  });

  it('distance and entropy do not ask whether a row sums to 1', () => {
    fc.assert(
      fc.property(patterns, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (matrix, part) => {
        const lesser = { ...matrix, data: matrix.data.map((weight) => weight * part) };
        const [a, b] = [measured(matrix), measured(lesser)];
        expect(b.distance).toBeCloseTo(a.distance ?? -1, 4);
        expect(b.entropy).toBeCloseTo(a.entropy ?? -1, 4);
      }),
    );
  });

  it('the diagonal leads from first to first and from last to last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 99 }), (T, S) => {
        expect(diagonalOf(0, T, S)).toBe(0);
        expect(diagonalOf(T - 1, T, S)).toBeCloseTo(S - 1, 9);
        expect(diagonalOf(T - 1, T, T)).toBe(T - 1);
      }),
    );
    expect(diagonalOf(0, 1, 5)).toBe(0);
  });
});

describe('measureHeads', () => {
  it('goes through every kind, layer and head, each over its own axes', () => {
    const frames = new Map<StageName, Frame>();
    const add = (kind: AttentionKind, layer: number, H: number, T: number, S: number) => {
      const name = attentionStage(kind, layer, 'pattern');
      // Head h has all its weight on key h.
      const data = new Float32Array(H * T * S);
      for (let i = 0; i < H * T; i++) data[i * S + Math.floor(i / T)] = 1;
      frames.set(name, makeFrame(name, [H, T, S], data));
    };
    add('encoder', 0, 2, 4, 4);
    add('encoder', 1, 2, 4, 4);
    add('cross', 0, 3, 5, 4);
    const target = [
      { ...END, role: 'start' as const },
      ...sentence(5)
        .slice(1)
        .map(() => word('b')),
    ];
    const heads = measureHeads({ frames, source: sentence(4), target, changes: [] });
    expect(heads.map(({ kind, layer, head }) => `${kind} ${layer} ${head}`)).toEqual([
      'encoder 0 0',
      'encoder 0 1',
      'encoder 1 0',
      'encoder 1 1',
      'cross 0 0',
      'cross 0 1',
      'cross 0 2',
    ]);
    expect(heads.map((head) => head.values.first)).toEqual([1, 0, 1, 0, 1, 0, 0]);
    expect(heads[6]?.strongestCell).toEqual({ query: 0, key: 2 });
  });

  it('a head that reads all it may evenly is as even as can be, under a mask put on it, too', () => {
    const name = attentionStage('encoder', 0, 'pattern');
    const { data } = pattern(6, 6, (i, j) => Number(Math.abs(i - j) <= 1));
    const frames = new Map([[name, makeFrame(name, [1, 6, 6], data)]]);
    const texts = { frames, source: sentence(6), target: [] };
    const mask: MaskReplaced = {
      type: 'mask',
      kind: 'encoder',
      layer: null,
      heads: null,
      mask: 'window',
      size: 1,
    };
    const [trained] = measureHeads({ ...texts, changes: [] });
    const [changed] = measureHeads({ ...texts, changes: [mask] });
    expect(trained?.values.evenness).toBeLessThan(0.6);
    expect(changed?.values.evenness).toBeCloseTo(1, 6);
    // Four rows read three keys, the first and the last two.
    expect(changed?.values.entropy).toBeCloseTo((4 * Math.log2(3) + 2) / 6, 5);
  });
});
