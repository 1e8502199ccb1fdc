import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Highlight, segmentText } from './segments.ts';

const key: Omit<Highlight, 'start' | 'end'> = { kind: 'encoder', role: 'key' };

describe('segmentText', () => {
  it('cuts where a tint begins and ends', () => {
    const query: Highlight = { start: 8, end: 10, kind: 'encoder', role: 'query' };
    const segments = segmentText('the cat it', [{ ...key, start: 4, end: 7 }, query]);
    expect(segments.map((s) => [s.text, s.highlight?.role ?? null])).toEqual([
      ['the ', null],
      ['cat', 'key'],
      [' ', null],
      ['it', 'query'],
    ]);
  });

  it('gives the later of two tints on one word', () => {
    const query: Highlight = { start: 0, end: 2, kind: 'cross', role: 'query' };
    expect(segmentText('it', [{ ...key, start: 0, end: 2 }, query]).map((s) => s.highlight)).toEqual([query]);
  });

  it('has nothing for the empty text', () =>
    expect(segmentText('', [{ ...key, start: 0, end: 4 }])).toEqual([]));

  it('shows every line end as the textarea does', () => {
    expect(segmentText('a\r\nb\rc', [])[0]?.text).toBe('a\nb\nc');
  });

  it('loses no character, whatever the tints', () => {
    const tint = fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
    });
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((s) => s.replaceAll('\r', ''));
    fc.assert(
      fc.property(text, fc.array(tint, { maxLength: 5 }), (whole, tints) => {
        const segments = segmentText(
          whole,
          tints.map((t) => ({ ...key, ...t })),
        );
        expect(segments.map((s) => s.text).join('')).toBe(whole);
        for (const s of segments) {
          const inside = tints.some((t) => t.start <= s.start && s.start < t.end && t.start < t.end);
          expect(s.highlight !== null).toBe(inside);
        }
      }),
    );
  });
});
