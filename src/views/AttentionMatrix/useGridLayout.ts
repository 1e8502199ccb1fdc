import { useLayoutEffect, useMemo, useRef } from 'react';
import { type HeatmapLayout, heatmapLayout } from '../../layout/index.ts';
import { type SizePx, useSize, useUnit } from '../../ui/index.ts';
import { useTypeface } from '../shared/useTypeface.ts';
import { useTyping } from '../shared/useTyping.ts';

export interface GridLayoutInput {
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  readonly compact: boolean;
  readonly sums?: boolean;
  /** The gutter of the rows, px, where it is given. */
  readonly leftPx?: number | undefined;
  /** Given room; without it the grid takes its container's. */
  readonly sizePx?: SizePx | undefined;
}

const NO_ROOM: SizePx = { width: 0, height: 0 };
const SEPARATOR = '\n';

/**
 * A grid laid out in the room there is; null before the first measuring. While its words are typed, cells only get
 * smaller; a pause gives them all the room again.
 */
export function useGridLayout({ queries, keys, compact, sums = false, leftPx, sizePx }: GridLayoutInput) {
  const [roomRef, measured] = useSize<HTMLDivElement>();
  const typeface = useTypeface(roomRef);
  const unit = useUnit();
  const { width, height } = sizePx ?? measured ?? NO_ROOM;
  const words = useMemo(() => [...queries, '', ...keys].join(SEPARATOR), [queries, keys]);
  const typing = useTyping(words);
  const last = useRef<HeatmapLayout | null>(null);
  const layout = useMemo(() => {
    if (!typeface || width === 0) return null;
    return heatmapLayout({
      queries,
      keys,
      widthPx: width,
      heightPx: height,
      measure: typeface.measure,
      compact,
      unit: unit * typeface.scale,
      sums,
      ...(leftPx === undefined ? {} : { leftPx }),
      previous: typing ? last.current : null,
    });
  }, [typeface, queries, keys, width, height, compact, sums, leftPx, typing, unit]);
  useLayoutEffect(() => {
    last.current = layout;
  }, [layout]);
  const scrolls = layout !== null && (layout.widthPx > width || layout.heightPx > height);
  return { roomRef, typeface, layout, scrolls };
}
