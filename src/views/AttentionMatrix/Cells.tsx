import { useLayoutEffect, useRef } from 'react';
import type { Matrix } from '../../layout/index.ts';
import { useMedia } from '../../ui/index.ts';
import { usePixelRatio } from '../shared/usePixelRatio.ts';
import { type CellsPicture, drawCells } from './drawCells.ts';
import { carryOver, FADE_MS, mix } from './fade.ts';

export interface CellsProps extends Omit<CellsPicture, 'amounts' | 'weights'> {
  readonly amounts: Matrix;
  readonly weights: Matrix;
}

/** The canvas of the cells. Colours fade to new values; size, place, theme and scale change at once. */
export function Cells(props: CellsProps) {
  const { layout, forbidden, amounts, weights, signed, marks, scale, hatch, fontFamily, row, outline, text } =
    props;
  const ref = useRef<HTMLCanvasElement>(null);
  const shown = useRef<{ readonly matrix: Matrix; readonly signed: boolean } | null>(null);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const ratio = usePixelRatio();
  const [widthPx, heightPx] = [layout.S * layout.cellWidthPx, layout.T * layout.cellHeightPx];

  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    // Between a weight and a difference there is nothing to fade through.
    const last = shown.current?.signed === signed ? shown.current.matrix : null;
    const from = last && carryOver(last, amounts.T, amounts.S);
    const begun = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const share = from === null || still || from === amounts ? 1 : (now - begun) / FADE_MS;
      const current = from === null ? amounts : mix(from, amounts, Math.max(0, share));
      shown.current = { matrix: current, signed };
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawCells(context, {
        layout,
        forbidden,
        amounts: current.data,
        weights: weights.data,
        signed,
        text,
        marks,
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
  }, [
    layout,
    forbidden,
    amounts,
    weights,
    signed,
    text,
    marks,
    scale,
    hatch,
    fontFamily,
    row,
    outline,
    ratio,
    still,
  ]);

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
