import { describe, expect, it } from 'vitest';
import type { PictureStep, Token } from '../../contract/index.ts';
import { moveAlong, runnersUp, stripWords } from './tokens.ts';

const END = 0;

function step(
  text: string,
  word: number,
  probability: number,
  best: readonly [string, number][],
): PictureStep {
  const role: Token['role'] = text === '' ? 'end' : 'text';
  const id = (t: string) => (t === '' ? END : 1 + [...t].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7));
  return {
    token: { id: id(text), text, start: 0, end: 0, word, role },
    probability,
    best: best.map(([t, p]) => ({ id: id(t), text: t, probability: p })),
  };
}

const steps = [
  step("l'", 0, 0.4, [
    ['il', 0.5],
    ["l'", 0.4],
  ]),
  step('fatig', 1, 0.9, [['fatig', 0.9]]),
  step('ué', 1, 1, [['ué', 1]]),
  step('', 2, 0.8, [
    ['', 0.8],
    ['.', 0.1],
  ]),
];

describe('stripWords', () => {
  it('ties the pieces of one word together and keeps the order', () => {
    expect(stripWords(steps).map((word) => word.map((t) => t.text))).toEqual([
      ["l'"],
      ['fatig', 'ué'],
      ['↵'],
    ]);
    expect(
      stripWords(steps)
        .flat()
        .map((t) => t.step),
    ).toEqual([0, 1, 2, 3]);
  });

  it('names what the model would have written where it is another token', () => {
    expect(
      stripWords(steps)
        .flat()
        .map((t) => t.preferred),
    ).toEqual(['il', null, null, null]);
  });

  it('keeps marks apart even where they share a word number', () => {
    const [last] = steps.slice(-1);
    if (!last) throw new Error('no last step');
    expect(stripWords([last, last])).toHaveLength(2);
  });

  it('shows a piece of blanks', () => expect(stripWords([step(' ', 0, 1, [])])[0]?.[0]?.text).toBe('␣'));
  it('is empty for no steps', () => expect(stripWords([])).toEqual([]));
});

describe('runnersUp', () => {
  const many: readonly [string, number][] = [
    ['a', 0.5],
    ['b', 0.3],
    ['c', 0.1],
    ['d', 0.05],
  ];

  it('gives the likeliest, and says which one stands', () => {
    expect(runnersUp(step('b', 0, 0.3, many), END).map((r) => [r.text, r.stands])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
  });

  it('ends with the token that stands there when it is not among the likeliest', () => {
    expect(runnersUp(step('z', 0, 0.001, many), END)).toEqual([
      { text: 'a', probability: 0.5, stands: false },
      { text: 'b', probability: 0.3, stands: false },
      { text: 'z', probability: 0.001, stands: true },
    ]);
  });

  it('shows the end mark by its glyph, standing or not', () => {
    const [last] = steps.slice(-1);
    expect(last && runnersUp(last, END).map((r) => r.text)).toEqual(['↵', '.']);
    expect(runnersUp(step('.', 0, 0.1, [['', 0.9]]), END).map((r) => r.text)).toEqual(['↵', '.']);
  });
});

describe('moveAlong', () => {
  it('stops at the ends', () => {
    expect(moveAlong(0, 'ArrowLeft', 4)).toBe(0);
    expect(moveAlong(3, 'ArrowRight', 4)).toBe(3);
    expect(moveAlong(1, 'ArrowRight', 4)).toBe(2);
    expect(moveAlong(1, 'End', 4)).toBe(3);
    expect(moveAlong(2, 'Home', 4)).toBe(0);
    expect(moveAlong(0, 'End', 0)).toBe(0);
  });
});
