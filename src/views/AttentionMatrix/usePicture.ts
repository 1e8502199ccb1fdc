import { useLayoutEffect, useMemo, useRef } from 'react';
import {
  amountScale,
  divergingScale,
  type HeatmapLayout,
  heatmapLayout,
  oddSums,
  ownForbidden,
  rowScale,
  sharesOf,
  shownMatrix,
} from '../../layout/index.ts';
import { type SizePx, useSize } from '../../ui/index.ts';
import { comparedMatrices } from '../shared/changed.ts';
import { labelsOf, spokenOf } from '../shared/marks.ts';
import { useTypeface } from '../shared/useTypeface.ts';
import type { AttentionMatrixProps } from './props.ts';

const NO_ROOM: SizePx = { width: 0, height: 0 };
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

/** Labels, layout and numbers of the matrix in the room there is; the layout is null before the first measuring. */
export function usePicture(props: AttentionMatrixProps) {
  const { queryTokens, keyTokens, t, compact = false } = props;
  const [roomRef, measured] = useSize<HTMLDivElement>();
  const typeface = useTypeface(roomRef);
  const { width, height } = props.sizePx ?? measured ?? NO_ROOM;
  const queries = useMemo(() => labelsOf(queryTokens), [queryTokens]);
  const keys = useMemo(() => labelsOf(keyTokens), [keyTokens]);
  const spoken = useMemo(
    () => ({ queries: spokenOf(queryTokens, t), keys: spokenOf(keyTokens, t) }),
    [queryTokens, keyTokens, t],
  );
  const numbers = useNumbers(props);
  const painting = props.changed?.painting;
  // Room for the sums before the first row has one, so that the cells stay under a finger that paints.
  const sums = numbers.sums.size > 0 || (painting?.on === true && painting.mode === 'after');
  const last = useRef<HeatmapLayout | null>(null);
  const layout = useMemo(() => {
    if (!typeface || width === 0) return null;
    const { measure } = typeface;
    const previous = last.current;
    return heatmapLayout({
      queries,
      keys,
      widthPx: width,
      heightPx: height,
      measure,
      compact,
      sums,
      previous,
    });
  }, [typeface, queries, keys, width, height, compact, sums]);
  useLayoutEffect(() => {
    last.current = layout;
  }, [layout]);
  const scrolls = layout !== null && (layout.widthPx > width || layout.heightPx > height);
  return { roomRef, typeface, layout, scrolls, spoken, ...numbers };
}

export type MatrixPicture = ReturnType<typeof usePicture>;
