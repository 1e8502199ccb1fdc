import { useLayoutEffect, useRef } from 'react';
import type { AttentionKind } from '../../contract/index.ts';
import type { AmountScale, HeatmapLayout, Matrix } from '../../layout/index.ts';
import { useMedia, usePixelRatio } from '../shared/useMedia.ts';
import { drawCells } from './drawCells.ts';
import { carryOver, FADE_MS, mix } from './fade.ts';

export interface CellsProps {
  readonly layout: HeatmapLayout;
  readonly kind: AttentionKind;
  readonly amounts: Matrix;
  readonly weights: Matrix;
  readonly scale: AmountScale;
  readonly hatch: string;
  readonly fontFamily: string;
  /** The row that stands out. */
  readonly row: number | null;
  /** Lines around the cells, where colours alone are not enough; null for none. */
  readonly outline: string | null;
}

/** The canvas of the cells. Colours fade to new values; size, place and theme change at once. */
export function Cells({
  layout,
  kind,
  amounts,
  weights,
  scale,
  hatch,
  fontFamily,
  row,
  outline,
}: CellsProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const shown = useRef<Matrix | null>(null);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const ratio = usePixelRatio();
  const [widthPx, heightPx] = [layout.S * layout.cellWidthPx, layout.T * layout.cellHeightPx];

  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const from = shown.current && carryOver(shown.current, amounts.T, amounts.S);
    const begun = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const share = from === null || still || from === amounts ? 1 : (now - begun) / FADE_MS;
      const current = from === null ? amounts : mix(from, amounts, Math.max(0, share));
      shown.current = current;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawCells(context, {
        layout,
        kind,
        amounts: current.data,
        weights: weights.data,
        scale,
        hatch,
        fontFamily,
        row,
        outline,
      });
      if (share < 1) frame = requestAnimationFrame(draw);
    };
    draw(begun);
    return () => cancelAnimationFrame(frame);
  }, [layout, kind, amounts, weights, scale, hatch, fontFamily, row, outline, ratio, still]);

  return (
    <div
      aria-hidden="true"
      className="am-cells"
      style={{ left: layout.leftPx, top: layout.topPx, width: widthPx, height: heightPx }}
    >
      <canvas ref={ref} width={Math.round(widthPx * ratio)} height={Math.round(heightPx * ratio)} />
    </div>
  );
}
