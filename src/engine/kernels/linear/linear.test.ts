import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { linear, product } from './linear.ts';

onHosts('linear', () => {
  const x = [1, 2, 3, -1, 0, 2];
  const weight = [1, 0, -1, 2, 1, 0, 0, 3, 0, 1, 1, -2];
  const bias = [10, 0, -2, 1];
  const map = () => ({ weight: of([1, 3, 4], weight), bias: of([4], bias), packed: null });

  it('is x·W + b, worked out by hand', async () => {
    const [out] = await numbersOf(() => [linear(of([1, 2, 3], x), map())]);
    expect([...(out ?? [])]).toEqual([13, 3, 0, 3, 9, 2, 1, -5]);
  });

  it('cuts below zero with relu', async () => {
    const [out] = await numbersOf(() => [linear(of([1, 2, 3], x), map(), 'relu')]);
    expect([...(out ?? [])]).toEqual([13, 3, 0, 3, 9, 2, 1, 0]);
  });

  it('is the bare product without bias', async () => {
    const [out] = await numbersOf(() => [product(of([1, 2, 3], x), of([1, 3, 4], weight))]);
    expect([...(out ?? [])]).toEqual([3, 3, 2, 2, -1, 2, 3, -6]);
  });

  it('agrees with plain loops for any sizes', async () => {
    const size = fc.integer({ min: 1, max: 9 });
    await fc.assert(
      fc.asyncProperty(
        size,
        size,
        size,
        fc.infiniteStream(fc.integer({ min: -9, max: 9 })),
        async (rows, inner, columns, stream) => {
          const take = (count: number) => Array.from({ length: count }, () => stream.next().value);
          const [a, w, b] = [take(rows * inner), take(inner * columns), take(columns)];
          const [out] = await numbersOf(() => [
            linear(of([1, rows, inner], a), {
              weight: of([1, inner, columns], w),
              bias: of([columns], b),
              packed: null,
            }),
          ]);
          const expected = Array.from({ length: rows * columns }, (_, i) => {
            const [row, column] = [Math.floor(i / columns), i % columns];
            let sum = b[column] ?? 0;
            for (let k = 0; k < inner; k++) sum += (a[row * inner + k] ?? 0) * (w[k * columns + column] ?? 0);
            return sum;
          });
          expect([...(out ?? [])]).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});
