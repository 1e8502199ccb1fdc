import { describe, expect, it } from 'vitest';
import { Guesser } from './guesser.ts';

const draft = [10, 11, 12, 13, 14, 15];

describe('Guesser', () => {
  it('goes on after an exchanged word', () => {
    expect(new Guesser(draft).after(99, 1)).toEqual({ ids: [12, 13, 14], from: 2 });
  });

  it('goes on after the word itself', () => {
    expect(new Guesser(draft).after(11, 1)).toEqual({ ids: [12, 13, 14], from: 2 });
  });

  it('finds a word again when others were left out before it', () => {
    expect(new Guesser(draft).after(13, 1)).toEqual({ ids: [14, 15], from: 4 });
  });

  it('finds a word again after one was put in before it', () => {
    expect(new Guesser(draft).after(12, 3)).toEqual({ ids: [13, 14, 15], from: 3 });
  });

  it('takes a word in place of the last one for a new one before it', () => {
    expect(new Guesser(draft).after(99, 5)).toEqual({ ids: [15], from: 5 });
  });

  it('has nothing to say behind the end, or without an old translation', () => {
    expect(new Guesser(draft).after(99, 6).ids).toEqual([]);
    expect(new Guesser([]).after(99, 0).ids).toEqual([]);
  });

  it('guesses one word after a wrong guess, and more after a right one or a word found again', () => {
    const guesser = new Guesser(draft);
    guesser.learn(0);
    expect(guesser.after(99, 1).ids).toEqual([12]);
    expect(guesser.after(12, 1).ids).toEqual([13, 14, 15]);
    guesser.learn(1);
    expect(guesser.after(99, 1).ids).toEqual([12, 13, 14]);
  });
});
