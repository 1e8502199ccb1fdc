import type { Span } from './align.ts';

/** A text after the tokenizer's normaliser, and the way back. */
export interface Normalized {
  readonly text: string;
  /** A span of the normalised text as one of the original. */
  back(span: Span): Span;
}

/**
 * Follows a normaliser (NFKC and the like) piece by piece, a grapheme at a time, so that offsets can be given in the
 * text the person typed. Where a normaliser looks over a grapheme's edge the offsets are approximate.
 */
export function normalized(text: string, normalize: (text: string) => string): Normalized {
  const starts: number[] = [];
  const ends: number[] = [];
  let out = '';
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const piece = normalize(segment);
    out += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return {
    text: out,
    back: ({ start, end }) => {
      const from = starts[start] ?? text.length;
      return { start: from, end: end > start ? (ends[end - 1] ?? text.length) : from };
    },
  };
}

/** The text itself: no normaliser. */
export function unchanged(text: string): Normalized {
  return { text, back: (span) => span };
}
