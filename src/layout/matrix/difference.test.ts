import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFrame } from '../../contract/index.ts';
import { forbiddenOf } from '../changes/forbidden.ts';
import {
  cellMarks,
  changedHeads,
  differenceFrame,
  differenceOf,
  forbiddenNow,
  LEAST_CHANGE,
  largestChanges,
  shownMatrix,
  shownReadable,
} from './difference.ts';
import { isMasked, type Matrix } from './matrix.ts';

const weights = (count: number) =>
  fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: count, maxLength: count });
const pair = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([T, S]) =>
    fc.tuple(weights(T * S), weights(T * S)).map(([a, b]) => [matrixOf(a, T, S), matrixOf(b, T, S)] as const),
  );
const matrixOf = (values: readonly number[], T: number, S: number): Matrix => ({
  data: Float32Array.from(values),
  T,
  S,
});

const before = matrixOf([0.9, 0.1, 0.2, 0.8, 0.5, 0.5], 3, 2);
const after = matrixOf([0.03, 0.97, 0.2, 0.8, 0.75, 0.25], 3, 2);

describe('differenceOf', () => {
  it('is after less before', () => {
    [...differenceOf(after, before).data].forEach((value, i) => {
      expect(value).toBeCloseTo([-0.87, 0.87, 0, 0, 0.25, -0.25][i] ?? 9, 6);
    });
  });

  it('is nothing from a matrix to itself, and turns its sign when the two change places', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(differenceOf(a, a).data.every((value) => value === 0)).toBe(true);
        const [there, back] = [differenceOf(a, b).data, differenceOf(b, a).data];
        there.forEach((value, i) => {
          expect(value).toBeCloseTo(-(back[i] ?? 9), 6);
        });
      }),
    );
  });

  it('refuses matrices of other sizes', () => {
    expect(() => differenceOf(after, matrixOf([1, 1], 1, 2))).toThrow('expected [3,2], got [1,2]');
  });
});

describe('shownMatrix', () => {
  it('is the run asked for, and the one after where there is no other', () => {
    expect(shownMatrix('after', after, before)).toBe(after);
    expect(shownMatrix('before', after, before)).toBe(before);
    expect(shownMatrix('difference', after, before).data[0]).toBeCloseTo(-0.87, 6);
    for (const shown of ['before', 'difference'] as const)
      expect(shownMatrix(shown, after, null)).toBe(after);
  });
});

describe('what may be read', () => {
  const at = { kind: 'decoder', layer: 0, head: 0 } as const;
  const now = forbiddenOf(
    [
      { type: 'mask', mask: 'none', size: 1, kind: 'decoder', layer: null, heads: null },
      {
        type: 'forbid',
        mode: 'before',
        cells: [{ query: 1, key: null }],
        kind: 'decoder',
        layer: null,
        heads: null,
      },
    ],
    at,
    2,
    3,
  );

  it('in a difference is what may be in either run', () => {
    const either = shownReadable('difference', 'decoder', now);
    const masked = [0, 1].map((query) => [0, 1, 2].map((key) => isMasked(either, query, key)));
    // The first row may look ahead now; the second might read its first two words before.
    expect(masked).toEqual([
      [false, false, false],
      [false, false, true],
    ]);
    expect(shownReadable('before', 'decoder', now)).toBe('decoder');
    expect(shownReadable('after', 'decoder', now)).toBe(now);
    expect(shownReadable('difference', 'decoder', null)).toBe('decoder');
  });

  it('has a legend of the marks that are on screen, and of no other', () => {
    expect(cellMarks('after', 'decoder', null)).toEqual({
      masked: true,
      before: false,
      after: false,
      crossed: false,
    });
    expect(cellMarks('after', 'encoder', null).masked).toBe(false);
    expect(cellMarks('after', 'decoder', now)).toEqual({
      masked: false,
      before: true,
      after: false,
      crossed: false,
    });
    expect(cellMarks('before', 'decoder', now)).toEqual({
      masked: true,
      before: false,
      after: false,
      crossed: false,
    });
    // The cell that neither run may read is hidden by the kind’s own mask.
    expect(cellMarks('difference', 'decoder', now)).toEqual({
      masked: true,
      before: false,
      after: false,
      crossed: true,
    });
  });

  it('names the cells that are forbidden only now', () => {
    expect(forbiddenNow('decoder', now)).toEqual([
      { query: 1, key: 0 },
      { query: 1, key: 1 },
    ]);
    expect(forbiddenNow('decoder', forbiddenOf([], at, 3, 3))).toEqual([]);
  });
});

describe('differenceFrame', () => {
  it('goes number by number through any stage, and is made once', () => {
    const a = makeFrame('encoder.0.output', [2, 3], Float32Array.from([1, 2, 3, 4, 5, 6]));
    const b = makeFrame('encoder.0.output', [2, 3], Float32Array.from([1, 1, 1, 1, 1, 9]));
    const difference = differenceFrame(a, b);
    expect([...difference.data]).toEqual([0, 1, 2, 3, 4, -3]);
    expect(difference).toMatchObject({ name: 'encoder.0.output', shape: [2, 3] });
    expect(differenceFrame(a, b)).toBe(difference);
    expect([...differenceFrame(b, a).data]).toEqual([0, -1, -2, -3, -4, 3]);
  });

  it('has no number where a score is masked, and refuses another shape', () => {
    // As a plain object: `makeFrame` lets no infinity through.
    const scores = (values: readonly number[]) =>
      ({ name: 'decoder.0.self.scores', shape: [1, 1, 3], data: Float32Array.from(values) }) as const;
    const [a, b] = [scores([-Infinity, -Infinity, 2]), scores([-Infinity, 1, 1])];
    expect([...differenceFrame(a, b).data]).toEqual([0, 0, 1]);
    const other = makeFrame('decoder.0.self.scores', [1, 3, 1], new Float32Array(3));
    expect(() => differenceFrame(a, other)).toThrow(
      'differenceFrame: decoder.0.self.scores: expected [1,1,3], got [1,3,1]',
    );
  });
});

describe('changedHeads', () => {
  it('tells heads that moved from those that only float', () => {
    const frame = (values: readonly number[]) =>
      makeFrame('encoder.0.self.pattern', [3, 1, 2], Float32Array.from(values));
    const a = frame([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    const b = frame([0.5, 0.5, 0.5 + LEAST_CHANGE / 9, 0.5, 0.5, 0.4]);
    expect(changedHeads(b, a)).toEqual([false, false, true]);
    expect(changedHeads(a, a)).toEqual([false, false, false]);
  });
});

describe('largestChanges', () => {
  it('are the largest first, either way, and none that did not move', () => {
    const top = largestChanges(after, before, 9);
    expect(top.map(({ query, key }) => [query, key])).toEqual([
      [0, 0],
      [0, 1],
      [2, 0],
      [2, 1],
    ]);
    expect(top[0]?.before).toBeCloseTo(0.9);
    expect(top[0]?.after).toBeCloseTo(0.03);
    expect(largestChanges(after, before, 1)).toHaveLength(1);
    expect(largestChanges(after, before, 9, 2).map(({ key }) => key)).toEqual([0, 1]);
    expect(largestChanges(after, before, 9, 1)).toEqual([]);
  });

  it('leaves no larger one out', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 5 }), ([a, b], count) => {
        const top = largestChanges(a, b, count);
        const sizes = [...differenceOf(a, b).data].map(Math.abs).sort((x, y) => y - x);
        top.forEach((one, i) => {
          expect(Math.abs(one.after - one.before)).toBeCloseTo(sizes[i] ?? 9, 5);
        });
        expect(top.length).toBe(Math.min(count, sizes.filter((size) => size >= LEAST_CHANGE).length));
      }),
    );
  });
});
