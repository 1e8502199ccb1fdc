import { expect, it } from 'vitest';
import { gainOf, reportSimd } from './simd.ts';

it('tells how many times as long a run takes without our loops', () => {
  const runs = { sentence: 'I ran.', withLoops: [10, 12, 50], without: [30, 24, 21] };
  expect(gainOf(runs)).toBe(2);
  expect(reportSimd(runs).split('\n')).toEqual([
    'A full greedy run on wasm with our SIMD loops and without, "I ran.", ms',
    'runs  with  without  ratio',
    '   3    12       24  2.00 ×',
  ]);
});
