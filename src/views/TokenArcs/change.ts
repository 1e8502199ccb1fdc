import { useMemo } from 'react';
import {
  amountScale,
  divergingScale,
  type Matrix,
  percent,
  reading,
  shownMatrix,
  shownReadable,
  weightAt,
} from '../../layout/index.ts';
import { type ChangedHead, fitting } from '../shared/changed.ts';
import type { TokenArcsProps } from './TokenArcs.tsx';

/** What a person changed about the head that is drawn. */
export interface ArcsChange extends ChangedHead {
  readonly words: {
    /** A word and what it reads differently: `it reads animal 92 % before, 3 % after`. */
    readonly wordMoved: (
      word: string,
      reads: readonly { readonly word: string; readonly before: string; readonly after: string }[],
    ) => string;
  };
}

/** The run asked for, which of its cells may be read, and the two inks of a difference. */
export function useShown({ kind, matrix, theme, palette, changed }: TokenArcsProps) {
  const { before, shown, now } = fitting(matrix, changed);
  return useMemo(() => {
    const signed = shown === 'difference' ? divergingScale(theme, palette, 1) : null;
    const hue = amountScale(kind, theme, palette).css(1);
    return {
      before: shown === 'difference' ? before : null,
      matrix: shownMatrix(shown, matrix, before),
      may: shownReadable(shown, kind, now),
      inks: { plus: signed?.css(1) ?? hue, minus: signed?.css(-1) ?? hue },
    };
  }, [shown, matrix, before, kind, now, theme, palette]);
}

/** Words a screen reader hears for each word. */
const SPOKEN_KEYS = 3;

/** A word and what it reads most, or what it reads most differently. */
export function sayWord(
  { matrix: after, changed, words, locale }: TokenArcsProps,
  drawn: Pick<ReturnType<typeof useShown>, 'matrix' | 'may' | 'before'> & { readonly spoken: Spoken },
  query: number,
): string {
  const { matrix, may, before, spoken } = drawn;
  const top = reading(matrix, query, spoken, SPOKEN_KEYS, may)?.top ?? [];
  const word = spoken.queries[query] ?? '';
  if (changed && before) {
    const at = (of: Matrix, key: number) => percent(weightAt(of, { query, key }), locale);
    const reads = top.map(({ key, label }) => ({
      word: label,
      before: at(before, key),
      after: at(after, key),
    }));
    return changed.words.wordMoved(word, reads);
  }
  const reads = top.map((item) => ({ word: item.label, percent: percent(item.weight, locale) }));
  return words.wordSpoken(word, reads);
}

interface Spoken {
  readonly queries: readonly string[];
  readonly keys: readonly string[];
}
