import { expect, it } from 'vitest';
import { makeFrame } from './frame.ts';
import type { StageName } from './stages.ts';

const of = (name: StageName, ...numbers: number[]) =>
  makeFrame(name, [1, 1, numbers.length], Float32Array.from(numbers));

it('holds its numbers under its name', () => {
  expect(of('decoder.0.self.pattern', 0.25, 0.75)).toEqual({
    name: 'decoder.0.self.pattern',
    shape: [1, 1, 2],
    data: Float32Array.of(0.25, 0.75),
  });
});

it.each([
  ['decoder.0.self.pattern', Number.NaN],
  ['decoder.0.self.output', Number.POSITIVE_INFINITY],
  // Scores are those before any mask: nothing of them may be infinite either.
  ['decoder.0.self.scores', Number.NEGATIVE_INFINITY],
] as [StageName, number][])('%s: refuses %d', (name, bad) => {
  const make = () => of(name, 1, bad);
  expect(make).toThrow(`makeFrame: ${name}: expected finite numbers, got ${bad} at 1`);
  expect(make).toThrow(expect.objectContaining({ code: 'not-finite' }));
});

it('refuses numbers that do not fill its shape', () => {
  const make = () => makeFrame('logits', [2, 3], new Float32Array(5));
  expect(make).toThrow('makeFrame: logits: expected 6 numbers for [2,3], got 5');
  expect(make).toThrow(expect.objectContaining({ code: 'shape' }));
});
