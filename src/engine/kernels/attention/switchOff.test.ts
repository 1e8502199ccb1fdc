import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OffWay } from '../../../contract/index.ts';
import { expectClose, numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { isReplaced, switchHeadsOff } from './switchOff.ts';

/** Three heads of width 2; numbers count up row by row. */
const WIDTH = 6;
const counted = (rows: number) => Array.from({ length: rows * WIDTH }, (_, i) => i);

const run = async (
  start: number,
  rows: number,
  all: readonly number[],
  off: readonly (OffWay | null)[],
  more: { count: number; running: boolean },
) => {
  const joined = all.slice(start * WIDTH, (start + rows) * WIDTH);
  const [data] = await numbersOf(() => [
    switchHeadsOff(of([1, rows, WIDTH], joined), of([1, all.length / WIDTH, WIDTH], all), off, {
      start,
      ...more,
    }),
  ]);
  return [...(data ?? [])];
};

onHosts('switchHeadsOff', () => {
  it('gives nothing, the mean over all rows, or what was there', async () => {
    // A fourth row is padding.
    const got = await run(0, 4, [...counted(3), ...new Array(WIDTH).fill(1e9)], ['zero', 'mean', null], {
      count: 3,
      running: false,
    });
    expect(got.slice(0, 18)).toEqual([0, 0, 8, 9, 4, 5, 0, 0, 8, 9, 10, 11, 0, 0, 8, 9, 16, 17]);
  });

  it('leaves a head alone whose attention is on the first token', async () => {
    expect(await run(0, 2, counted(2), ['first', null, 'zero'], { count: 2, running: true })).toEqual([
      0, 1, 2, 3, 0, 0, 6, 7, 8, 9, 0, 0,
    ]);
  });

  it('means over the rows up to each one’s own where it runs, in one pass or in several', async () => {
    const holds = async (numbers: number[], at: number) => {
      const rows = numbers.length / WIDTH;
      const start = at % rows;
      const off: OffWay[] = ['mean', 'mean', 'mean'];
      const whole = await run(0, rows, numbers, off, { count: rows, running: true });
      const expected = numbers.map((_, i) => {
        const [t, column] = [Math.floor(i / WIDTH), i % WIDTH];
        const sofar = Array.from({ length: t + 1 }, (_, r) => Math.fround(numbers[r * WIDTH + column] ?? 0));
        return sofar.reduce((sum, number) => sum + number, 0) / (t + 1);
      });
      expectClose(whole, expected, 1e-5);
      const later = await run(start, rows - start, numbers, off, { count: rows, running: true });
      expect(later).toEqual(whole.slice(start * WIDTH));
    };
    const rowsOf = fc.integer({ min: 1, max: 7 });
    const numbers = rowsOf.chain((rows) =>
      fc.array(fc.float({ min: -9, max: 9, noNaN: true }), {
        minLength: rows * WIDTH,
        maxLength: rows * WIDTH,
      }),
    );
    await fc.assert(fc.asyncProperty(numbers, fc.nat(), holds), { numRuns: 50 });
  });
});

it('isReplaced is true for outputs that something takes the place of', () => {
  expect(isReplaced([null, 'first'])).toBe(false);
  expect(isReplaced([null, 'zero'])).toBe(true);
  expect(isReplaced(['mean'])).toBe(true);
});
