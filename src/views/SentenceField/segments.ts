import type { AttentionKind } from '../../contract/index.ts';

/** Words of the text to tint: UTF-16 offsets, end exclusive. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  /** Whose hue. */
  readonly kind: AttentionKind;
  /** `query`: the word that reads; `key`: the word that is read, tinted more. */
  readonly role: 'query' | 'key';
}

/** A stretch of the text with one tint or none. */
export interface TintedSegment {
  /** Offset of its first character; its name among the others. */
  readonly start: number;
  readonly text: string;
  readonly highlight: Highlight | null;
}

/** A textarea shows every line end as one; the layer beneath has to break where it breaks. */
const sameBreaks = (text: string) => text.replaceAll(/\r\n?/g, '\n');

/**
 * Cuts a text where its tints begin and end. The pieces joined are the text (line ends made equal); tints outside the
 * text are cut off, of tints that overlap the later one in the list wins.
 */
export function segmentText(text: string, highlights: readonly Highlight[]): readonly TintedSegment[] {
  const clipped = highlights
    .map((h) => ({ ...h, start: Math.max(0, h.start), end: Math.min(text.length, h.end) }))
    .filter((h) => h.start < h.end);
  const cuts = [...new Set([0, text.length, ...clipped.flatMap((h) => [h.start, h.end])])].sort(
    (a, b) => a - b,
  );
  const segments: TintedSegment[] = [];
  cuts.slice(1).forEach((end, i) => {
    const start = cuts[i] ?? 0;
    const at = clipped.findLastIndex((h) => h.start <= start && end <= h.end);
    const piece = sameBreaks(text.slice(start, end));
    if (piece) segments.push({ start, text: piece, highlight: clipped[at] ?? null });
  });
  return segments;
}
