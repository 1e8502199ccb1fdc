import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCard } from '../../testing/picture.ts';
import { expectClose } from '../testing/onHosts.ts';
import {
  boundsOf,
  GreedyRule,
  type LogitsRow,
  logitsRowsOf,
  probabilitiesOf,
  targetStepOf,
} from './nextToken.ts';

const info = {
  ...sampleCard.info,
  vocabulary: 6,
  endId: 1,
  forbiddenIds: [0],
  forcedEndId: null,
  maxTargetLength: 5,
};
const logits = (...numbers: number[]) => Float32Array.from(numbers);
const logitsRow = (...numbers: number[]): LogitsRow =>
  logitsRowsOf(logits(...numbers), numbers.length)[0] as LogitsRow;

describe('GreedyRule', () => {
  it('takes the likeliest, the first of equals', () => {
    expect(new GreedyRule(info).next(logitsRow(0, 1, 7, 3, 7, 2), 0)).toBe(2);
  });

  it('never takes a forbidden id', () => {
    expect(new GreedyRule(info).next(logitsRow(99, 1, -7, 3, 2, 2), 0)).toBe(3);
    expect(new GreedyRule({ ...info, forbiddenIds: [0, 3] }).next(logitsRow(99, 1, 0, 3, 2, 2), 0)).toBe(4);
  });

  it('looks further where all of the best are forbidden', () => {
    const many = { ...info, vocabulary: 9, forbiddenIds: [0, 1, 2, 3, 4, 5, 6] };
    expect(new GreedyRule(many).next(logitsRow(9, 9, 9, 9, 9, 9, 9, 1, 2), 0)).toBe(8);
  });

  it('takes the forced end at the length limit, and only there', () => {
    const forced = new GreedyRule({ ...info, forcedEndId: 1 });
    expect(forced.next(logitsRow(0, 1, 7, 3, 2, 2), 3)).toBe(2);
    expect(forced.next(logitsRow(0, 1, 7, 3, 2, 2), 4)).toBe(1);
    expect(new GreedyRule(info).next(logitsRow(0, 1, 7, 3, 2, 2), 4)).toBe(2);
  });

  it('ends with the end mark or at the limit', () => {
    const rule = new GreedyRule(info);
    expect([rule.ends(1, 0), rule.ends(2, 3), rule.ends(2, 4)]).toEqual([true, false, true]);
  });
});

describe('targetStepOf', () => {
  it('gives probabilities, best first', () => {
    const ln = Math.log;
    const step = targetStepOf(logitsRow(ln(1), ln(2), ln(5), ln(12)), 1);
    expect(step.id).toBe(1);
    expect(step.probability).toBeCloseTo(0.1, 6);
    expect(step.best.map(({ id }) => id)).toEqual([3, 2, 1, 0]);
    expectClose(
      step.best.map(({ probability }) => probability),
      [0.6, 0.25, 0.1, 0.05],
      1e-6,
    );
  });

  it('lists at most six, the first of equals first', () => {
    expect(targetStepOf(logitsRow(1, 2, 2, 2, 0, 5, 2, 2, 2), 5).best.map(({ id }) => id)).toEqual([
      5, 1, 2, 3, 6, 7,
    ]);
  });

  it('neither overflows nor underflows', () => {
    expect(targetStepOf(logitsRow(1e4, 1e4, -1e4), 2)).toMatchObject({ probability: 0 });
    expect(targetStepOf(logitsRow(1e4, 1e4, -1e4), 0).probability).toBeCloseTo(0.5, 6);
  });
});

const rows = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 60 });

describe('probabilitiesOf', () => {
  it('sums to 1 in every row', () => {
    fc.assert(
      fc.property(rows, (numbers) => {
        const vocabulary = 3;
        const whole = Float32Array.from(numbers.slice(0, numbers.length - (numbers.length % vocabulary)));
        const out = probabilitiesOf(whole, vocabulary);
        for (let at = 0; at < out.length; at += vocabulary) {
          expect(out.subarray(at, at + vocabulary).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
        }
      }),
    );
  });

  it('does not change when a constant is added to a row', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -100, max: 100 }), (numbers, constant) => {
        const moved = numbers.map((x) => Math.round(x) + constant);
        const [a, b] = [numbers.map(Math.round), moved].map((x) =>
          probabilitiesOf(Float32Array.from(x), x.length),
        );
        expectClose(b, a, 1e-6);
      }),
    );
  });
});

it('boundsOf gives the largest logit, the smallest, and the sum their softmax is divided by', () => {
  expect(boundsOf(logits(3, 3, 3 + Math.log(2)))).toEqual({
    top: Math.fround(3 + Math.log(2)),
    least: 3,
    sum: expect.closeTo(2, 6),
    best: [2, 0, 1],
  });
  expect(boundsOf(logits(1, Number.NaN)).top).toBeNaN();
});

it('logitsRowsOf names the first number that is none', () => {
  expect(() => logitsRowsOf(logits(1, 2, 3, Number.NEGATIVE_INFINITY), 2)).toThrow(
    'makeFrame: logits: expected finite numbers, got -Infinity at 3',
  );
});
