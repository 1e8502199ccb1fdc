import { expect, it } from 'vitest';
import { numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { embed } from './embed.ts';

const table = [1, 2, 3, 10, 20, 30, 100, 200, 300, 7, 8, 9];
const positions = [0, 0.5, 0.25, 1, 1.5, 1.25];

async function run(ids: number[], scale: number, start: number): Promise<number[]> {
  const [out] = await numbersOf(() => [
    embed(of([ids.length], ids), of([4, 3], table), of([2, 3], positions), scale, start),
  ]);
  return [...(out ?? [])];
}

onHosts('embed', () => {
  it('takes each word’s row, scaled, and adds its place', async () => {
    expect(await run([2, 0], 2, 0)).toEqual([200, 400.5, 600.25, 3, 5.5, 7.25]);
  });

  it('counts places from the start it is given', async () => {
    expect(await run([3], 1, 1)).toEqual([8, 9.5, 10.25]);
  });

  it('lets the last place stand in for padding beyond the table', async () => {
    expect(await run([0, 0, 0], 1, 1)).toEqual([2, 3.5, 4.25, 2, 3.5, 4.25, 2, 3.5, 4.25]);
  });
});
