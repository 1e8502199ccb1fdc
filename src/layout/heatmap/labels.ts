import type { Token } from '../../contract/index.ts';

/** Width of a text in px when set at this size; given by the caller, who knows the typeface. */
export type Measure = (text: string, fontPx: number) => number;

/** How the marks look; what they are called is for the words of the page. */
export const END_SIGN = '↵';
export const START_SIGN = '▸';

/** Characters that would show nothing, reorder their neighbours or break the line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * What to write for a token: always something that can be seen, for a byte its character. Blanks become `␣`, control
 * and other invisible characters their code (`U+200B`); a joiner inside an emoji is left alone.
 */
export function tokenLabel(token: Pick<Token, 'text' | 'role' | 'byte'>): string {
  if (token.role === 'end') return END_SIGN;
  if (token.role === 'start') return START_SIGN;
  const text = token.byte?.character ?? token.text;
  if (text.trim() === '') return text === '' ? '∅' : text.replace(UNSEEN, visible).replace(/\s/gu, '␣');
  if (/\p{Extended_Pictographic}/u.test(text)) return text;
  return text.replace(UNSEEN, visible);
}

export interface FittedLabel {
  readonly text: string;
  /** True when characters were left out, which `text` then shows by an ellipsis. */
  readonly cut: boolean;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As much of a label as fits, whole characters only, with an ellipsis where something was left out. */
export function fitLabel(label: string, maxPx: number, measure: (text: string) => number): FittedLabel {
  if (measure(label) <= maxPx) return { text: label, cut: false };
  const characters = Array.from(graphemes.segment(label), (s) => s.segment);
  let [fits, tooMany] = [0, characters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(`${characters.slice(0, middle).join('')}…`) <= maxPx) fits = middle;
    else tooMany = middle;
  }
  return { text: `${characters.slice(0, Math.max(1, fits)).join('')}…`, cut: true };
}

/** Which of several equal labels this one is, from 1; 0 for a label that stands alone. */
export function occurrence(labels: readonly string[], index: number): number {
  const label = labels[index];
  if (labels.indexOf(label ?? '') === labels.lastIndexOf(label ?? '')) return 0;
  return labels.slice(0, index + 1).filter((other) => other === label).length;
}
