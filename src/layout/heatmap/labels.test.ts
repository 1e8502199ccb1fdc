import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { END_SIGN, fitLabel, occurrence, START_SIGN, tokenLabel } from './labels.ts';

const text = (value: string) => tokenLabel({ text: value, role: 'text' });

describe('tokenLabel', () => {
  it('shows words as they are, and marks by their signs', () => {
    expect(text('animal')).toBe('animal');
    expect(text('שלום')).toBe('שלום');
    expect(tokenLabel({ text: '</s>', role: 'end' })).toBe(END_SIGN);
    expect(tokenLabel({ text: '<pad>', role: 'start' })).toBe(START_SIGN);
    expect(text('</s>')).toBe('</s>');
  });

  it('makes the invisible visible', () => {
    expect(text(' ')).toBe('␣');
    expect(text('\u00a0 ')).toBe('␣␣');
    expect(text('')).toBe('∅');
    expect(text('\u0007')).toBe('U+0007');
    expect(text('\n')).toBe('U+000A');
    expect(text('a\u202eb')).toBe('aU+202Eb');
    expect(text('\u200b')).toBe('U+200B');
  });

  it('leaves joined emoji whole', () => {
    expect(text('👩‍👧')).toBe('👩‍👧');
  });

  it('always shows something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(text(value).trim()).not.toBe('');
      }),
    );
  });
});

describe('fitLabel', () => {
  const measure = (value: string) => Array.from(value).length * 10;

  it('leaves what fits alone', () => {
    expect(fitLabel('cat', 30, measure)).toEqual({ text: 'cat', cut: false });
  });

  it('shows by an ellipsis that something was left out', () => {
    expect(fitLabel('because', 40, measure)).toEqual({ text: 'bec…', cut: true });
  });

  it('never splits a character, and always leaves one', () => {
    expect(fitLabel('👩‍👧👩‍👧', 40, measure).text).toBe('👩‍👧…');
    expect(fitLabel('because', 0, measure)).toEqual({ text: 'b…', cut: true });
  });

  it('takes as much as fits', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 3, unit: 'grapheme-ascii' }),
        fc.integer({ min: 20, max: 400 }),
        (value, max) => {
          const { text: shown, cut } = fitLabel(value, max, measure);
          expect(measure(shown)).toBeLessThanOrEqual(max);
          expect(cut).toBe(shown !== value);
          if (cut) expect(measure(shown)).toBeGreaterThan(max - 10);
        },
      ),
    );
  });
});

describe('occurrence', () => {
  it('counts equal words, and none that stands alone', () => {
    const labels = ['the', 'cat', 'the', 'the'];
    expect(labels.map((_, i) => occurrence(labels, i))).toEqual([1, 0, 2, 3]);
  });
});
