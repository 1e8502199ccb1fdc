import { expect, it } from 'vitest';
import { numbersOf, of, onHosts } from '../testing/onHosts.ts';
import { writeRows } from './writeRows.ts';

async function run(cache: number[], rows: number[], start: number, capacity: number): Promise<number[]> {
  const [out] = await numbersOf(() => [
    writeRows(of([1, cache.length / 2, 2], cache), of([1, rows.length / 2, 2], rows), start, capacity),
  ]);
  return [...(out ?? [])];
}

onHosts('writeRows', () => {
  it('writes over rows of the cache and keeps the others', async () => {
    expect(await run([1, 2, 3, 4, 5, 6], [70, 80], 1, 3)).toEqual([1, 2, 70, 80, 5, 6]);
  });

  it('grows the cache with zeros', async () => {
    expect(await run([1, 2], [3, 4], 1, 4)).toEqual([1, 2, 3, 4, 0, 0, 0, 0]);
  });

  it('writes several rows, across the old end', async () => {
    expect(await run([1, 2, 3, 4], [5, 6, 7, 8], 1, 3)).toEqual([1, 2, 5, 6, 7, 8]);
  });

  it('leaves the old cache as it was', async () => {
    const [before] = await numbersOf(() => {
      const cache = of([1, 2, 2], [1, 2, 3, 4]);
      writeRows(cache, of([1, 1, 2], [9, 9]), 0, 2);
      return [cache];
    });
    expect([...(before ?? [])]).toEqual([1, 2, 3, 4]);
  });
});
