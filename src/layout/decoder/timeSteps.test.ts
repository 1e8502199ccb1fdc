import { describe, expect, it } from 'vitest';
import type { PictureStep, Token } from '../../contract/index.ts';
import { clampStep, timeStep } from './timeSteps.ts';

const token = (id: number, text: string, role: Token['role'] = 'text'): Token => ({
  id,
  text,
  start: 0,
  end: 0,
  word: id,
  role,
});
const step = (id: number, text: string, probability: number, others: PictureStep['best'], end = false) => ({
  token: token(id, text, end ? 'end' : 'text'),
  probability,
  best: others,
});
const best = (...list: readonly (readonly [number, string, number])[]) =>
  list.map(([id, text, probability]) => ({ id, text, probability }));

const picture = {
  target: [token(9, '', 'start'), token(3, 'il'), token(4, 'dort')],
  steps: [
    step(3, 'il', 0.8, best([3, 'il', 0.8], [5, 'elle', 0.1], [6, 'on', 0.05])),
    // Typed by the person: not among the likeliest.
    step(4, 'dort', 0.01, best([7, 'est', 0.6], [0, '</s>', 0.2], [8, 'a', 0.1])),
    step(0, '</s>', 0.9, best([0, '</s>', 0.9], [1, '.', 0.05]), true),
  ],
};

describe('timeStep', () => {
  it('feeds the start mark and all words before, and writes the next', () => {
    const second = timeStep(picture, 1, 5, 0);
    expect(second?.fed.map(({ text }) => text)).toEqual(['', 'il']);
    expect(second?.written.text).toBe('dort');
    picture.steps.forEach((_, t) => {
      const here = timeStep(picture, t, 3, 0);
      expect(here?.fed).toEqual(picture.target.slice(0, t + 1));
      // What is written is what is fed next.
      const next = timeStep(picture, t + 1, 3, 0);
      if (next) expect(next.fed.at(-1)?.id).toBe(here?.written.id);
    });
    expect([0, 1, 2].map((t) => timeStep(picture, t, 3, 0)?.last)).toEqual([false, false, true]);
  });

  it('always has the taken word among the candidates, once, best first', () => {
    const second = timeStep(picture, 1, 3, 0);
    expect(second?.candidates.map(({ text, taken }) => [text, taken])).toEqual([
      ['est', false],
      ['↵', false],
      ['dort', true],
    ]);
    expect(second?.rest).toBeCloseTo(1 - 0.81, 9);
    expect(timeStep(picture, 0, 2, 0)?.candidates.map(({ text }) => text)).toEqual(['il', 'elle']);
    expect(timeStep(picture, 2, 5, 0)?.candidates[0]).toMatchObject({ text: '↵', taken: true });
    expect(timeStep(picture, 2, 5, null)?.candidates[0]?.text).toBe('</s>');
  });

  it('has no step beyond the picture', () => {
    expect(timeStep(picture, 3, 3, 0)).toBeNull();
    expect(timeStep(picture, -1, 3, 0)).toBeNull();
    expect([clampStep(7, 3), clampStep(-2, 3), clampStep(1, 3), clampStep(4, 0)]).toEqual([2, 0, 1, 0]);
    expect(clampStep(Number.NaN, 3)).toBe(0);
  });
});
