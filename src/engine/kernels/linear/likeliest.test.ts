import { expect, it } from 'vitest';
import { numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { likeliest } from './likeliest.ts';

async function run(logits: number[], forbiddenMask: number[]): Promise<number> {
  const length = logits.length;
  const [out] = await numbersOf(() => [likeliest(of([1, 1, length], logits), of([length], forbiddenMask))]);
  return out?.[0] ?? Number.NaN;
}

onHosts('likeliest', () => {
  it('takes the largest', async () => expect(await run([-3, -1, -2], [0, 0, 0])).toBe(1));
  it('takes the first of equals', async () => expect(await run([1, 5, 2, 5], [0, 0, 0, 0])).toBe(1));
  it('passes over the forbidden', async () => expect(await run([9, 5, 2, 5], [1, 1, 0, 0])).toBe(3));
  it('takes the first word where all are forbidden', async () => expect(await run([1, 2], [1, 1])).toBe(0));
});
