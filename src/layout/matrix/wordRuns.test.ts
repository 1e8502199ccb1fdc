import { describe, expect, it } from 'vitest';
import { wordRuns } from './wordRuns.ts';

const pieces = (...words: readonly (number | undefined)[]) => words.map((word) => ({ word }));

describe('wordRuns', () => {
  it('is the words of several pieces, by their first and last one', () =>
    expect(wordRuns(pieces(0, 1, 1, 2, 3, 3, 3))).toEqual([
      { from: 1, to: 2 },
      { from: 4, to: 6 },
    ]));

  it('is none where every piece is a word, or belongs to none', () => {
    expect(wordRuns(pieces(0, 1, 2))).toEqual([]);
    expect(wordRuns(pieces(0, undefined, undefined, 0))).toEqual([]);
    expect(wordRuns([])).toEqual([]);
  });
});
