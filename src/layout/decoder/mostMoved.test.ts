import { expect, it } from 'vitest';
import { mostMoved } from './mostMoved.ts';

const step = (id: number, probability: number) => ({
  token: { id, text: `w${id}`, role: 'text' as const, start: id, end: id + 1, word: id },
  probability,
  best: [],
});

it('is the step whose probability moved most either way, of the same words', () => {
  const before = [step(1, 0.9), step(2, 0.91), step(3, 0.2)];
  expect(mostMoved(before, [step(1, 0.8), step(2, 0.64), step(3, 0.3)])).toEqual({
    step: 1,
    before: 0.91,
    after: 0.64,
  });
  expect(mostMoved(before, [step(1, 0.9), step(2, 0.91), step(3, 0.5)])?.step).toBe(2);
  expect(mostMoved(before, before)).toEqual({ step: 0, before: 0.9, after: 0.9 });
});

it('is nothing where the words differ', () => {
  expect(mostMoved([step(1, 0.9)], [step(2, 0.1)])).toBeNull();
  expect(mostMoved([step(1, 0.9)], [])).toBeNull();
  expect(mostMoved([], [])).toBeNull();
});
