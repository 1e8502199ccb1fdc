import { useMemo } from 'react';
import {
  amountScale,
  divergingScale,
  type Matrix,
  type NamedPlaces,
  namedPlaces,
  oddSums,
  ownForbidden,
  rowScale,
  sharesOf,
  shownMatrix,
} from '../../layout/index.ts';
import { comparedMatrices } from '../shared/changed.ts';
import { endsOf, labelsOf, pieceTitles, spokenOf } from '../shared/marks.ts';
import type { AttentionMatrixProps } from './props.ts';
import { useGridLayout } from './useGridLayout.ts';

const NO_ROWS: readonly number[] = [];
const NO_SUMS: ReadonlyMap<number, number> = new Map();

/**
 * What is drawn: the run asked for, its colours, the sums of its rows that are not 1, and what the head may not read
 * now.
 */
function useNumbers({ kind, matrix, scale, full = 1, theme, palette, changed }: AttentionMatrixProps) {
  const { before, shown, now } = comparedMatrices(matrix, changed);
  const drawn = useMemo(() => shownMatrix(shown, matrix, before), [shown, matrix, before]);
  const signed = shown === 'difference';
  const amounts = useMemo(
    () => (scale === 'row' ? rowScale(drawn) : sharesOf(drawn, full)),
    [drawn, scale, full],
  );
  const colours = useMemo(
    () => (signed ? divergingScale(theme, palette, 1) : amountScale(kind, theme, palette)),
    [signed, kind, theme, palette],
  );
  const asked = changed !== undefined && !signed && changed.sums !== false;
  const sums = useMemo(() => (asked ? oddSums(drawn) : NO_SUMS), [asked, drawn]);
  const { T, S } = matrix;
  const own = useMemo(() => ownForbidden(kind, T, S), [kind, T, S]);
  return { drawn, before, shown, signed, amounts, colours, sums, now: now ?? own };
}

/** Which words are never left out: end marks, the pinned cell's, the one read most, rows that are read together. */
function useNamed(props: AttentionMatrixProps, drawn: Matrix): NamedPlaces {
  const { queryTokens, keyTokens, cell, rows = NO_ROWS } = props;
  return useMemo(
    () => namedPlaces(drawn, { rows: [...endsOf(queryTokens), ...rows], columns: endsOf(keyTokens) }, cell),
    [drawn, queryTokens, keyTokens, rows, cell],
  );
}

/** Labels, layout and numbers of the matrix in the room there is; the layout is null before the first measuring. */
export function usePicture(props: AttentionMatrixProps) {
  const { queryTokens, keyTokens, t, compact = false, sizePx, line } = props;
  const words = line?.words ?? true;
  const queries = useMemo(
    () => (words ? labelsOf(queryTokens) : queryTokens.map(() => '')),
    [queryTokens, words],
  );
  const keys = useMemo(() => labelsOf(keyTokens), [keyTokens]);
  const spoken = useMemo(
    () => ({ queries: spokenOf(queryTokens, t), keys: spokenOf(keyTokens, t) }),
    [queryTokens, keyTokens, t],
  );
  const titles = useMemo(
    () => ({ queries: pieceTitles(queryTokens, t), keys: pieceTitles(keyTokens, t) }),
    [queryTokens, keyTokens, t],
  );
  const numbers = useNumbers(props);
  const named = useNamed(props, numbers.drawn);
  const painting = props.changed?.painting;
  // Room for the sums before the first row has one, so that the cells stay under a finger that paints.
  const sums = numbers.sums.size > 0 || (painting?.on === true && painting.mode === 'after');
  const laid = useGridLayout({ queries, keys, compact, sums, sizePx, leftPx: line?.leftPx });
  return { ...laid, spoken, titles, named, ...numbers };
}

export type MatrixPicture = ReturnType<typeof usePicture>;
