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
import { comparedMatrices } from '../shared/changed.ts';
import type { TokenArcsProps } from './props.ts';

/** The run asked for, which of its cells may be read, and the two inks of a difference. */
export function useShown({ kind, matrix, theme, palette, changed }: TokenArcsProps) {
  const { before, shown, now } = comparedMatrices(matrix, changed);
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
  { matrix: after, changed, t }: TokenArcsProps,
  drawn: Pick<ReturnType<typeof useShown>, 'matrix' | 'may' | 'before'> & { readonly spoken: Spoken },
  query: number,
): string {
  const { matrix, may, before, spoken } = drawn;
  const top = reading(matrix, query, spoken, SPOKEN_KEYS, may)?.top ?? [];
  const word = spoken.queries[query] ?? '';
  if (changed && before) {
    const at = (of: Matrix, key: number) => percent(weightAt(of, { query, key }), t.language);
    const moved = top.map(({ key, label }) =>
      t('changed.wordMoved', { word: label, before: at(before, key), after: at(after, key) }),
    );
    return t('changed.wordMovedAll', { word, reads: t.list(moved) });
  }
  const reads = top.map(({ label, weight }) =>
    t('reading.row', { word: label, percent: percent(weight, t.language) }),
  );
  return t('arcs.word', { word, reads: t.list(reads) });
}

interface Spoken {
  readonly queries: readonly string[];
  readonly keys: readonly string[];
}
