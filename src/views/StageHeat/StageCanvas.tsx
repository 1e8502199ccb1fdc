import { useLayoutEffect, useMemo, useRef } from 'react';
import type { AttentionKind, Palette, ResolvedTheme } from '../../contract/index.ts';
import { amountScale, divergingScale, type StageField, type StageHeatLayout } from '../../layout/index.ts';
import { amountPixels, differencePixels, paintPattern } from '../shared/paint.ts';
import { usePixelRatio } from '../shared/usePixelRatio.ts';

interface StageCanvasProps {
  readonly field: StageField;
  readonly layout: StageHeatLayout;
  readonly signed: boolean;
  readonly kind: AttentionKind;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
}

/** All blocks on one canvas, in device pixels; where several numbers share a pixel, the largest of them. */
function draw(
  canvas: HTMLCanvasElement,
  { field, layout }: Pick<StageCanvasProps, 'field' | 'layout'>,
  ratio: number,
  colours: Uint32Array,
) {
  const pen = canvas.getContext('2d');
  const { rows, columns, limit } = field;
  if (!pen || canvas.width === 0 || canvas.height === 0 || rows === 0 || columns === 0) return;
  const image = pen.createImageData(canvas.width, canvas.height);
  const target = { pixels: new Uint32Array(image.data.buffer), stride: canvas.width };
  layout.blocks.forEach((block, b) => {
    const [x, right] = [Math.round(block.x * ratio), Math.round((block.x + block.width) * ratio)];
    const rect = { x, y: 0, width: Math.min(right, canvas.width) - x, height: canvas.height };
    const pattern = { data: field.block(b), offset: 0, T: rows, S: columns, limit };
    paintPattern(target, rect, pattern, colours);
  });
  pen.putImageData(image, 0, 0);
}

/** The field's colours. */
export function StageCanvas(props: StageCanvasProps) {
  const { field, layout, signed, kind, theme, palette } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const colours = useMemo(
    () =>
      signed
        ? differencePixels(divergingScale(theme, palette, 1))
        : amountPixels(amountScale(kind, theme, palette)),
    [signed, kind, theme, palette],
  );
  useLayoutEffect(() => {
    if (ref.current) draw(ref.current, { field, layout }, ratio, colours);
  }, [field, layout, ratio, colours]);
  return (
    <canvas
      ref={ref}
      width={Math.round(layout.widthPx * ratio)}
      height={Math.round(layout.heightPx * ratio)}
      style={{ width: layout.widthPx, height: layout.heightPx }}
    />
  );
}
