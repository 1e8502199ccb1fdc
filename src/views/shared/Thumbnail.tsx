import { useLayoutEffect, useMemo, useRef } from 'react';
import type { AttentionKind, Palette, ResolvedTheme } from '../../contract/index.ts';
import { amountScale, type Matrix } from '../../layout/index.ts';
import { amountPixels, paintPattern } from './paint.ts';
import { usePixelRatio } from './usePixelRatio.ts';
import './Thumbnail.css';

export interface ThumbnailProps {
  readonly kind: AttentionKind;
  /** [T, S]; null draws an empty frame. */
  readonly matrix: Matrix | null;
  readonly sidePx: number;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
}

/** The small picture of one head's pattern, drawn in device pixels. What it shows is said beside it. */
export function Thumbnail({ kind, matrix, sidePx, theme, palette }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const dots = Math.round(sidePx * ratio);
  const colours = useMemo(() => amountPixels(amountScale(kind, theme, palette)), [kind, theme, palette]);
  useLayoutEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, dots, dots);
    if (!matrix || matrix.T === 0 || matrix.S === 0) return;
    const image = pen.createImageData(dots, dots);
    const target = { pixels: new Uint32Array(image.data.buffer), stride: dots };
    paintPattern(target, { x: 0, y: 0, width: dots, height: dots }, { ...matrix, offset: 0 }, colours);
    pen.putImageData(image, 0, 0);
  }, [matrix, dots, colours]);
  return (
    <span className="thumbnail" aria-hidden="true">
      <canvas ref={canvas} width={dots} height={dots} style={{ width: sidePx, height: sidePx }} />
    </span>
  );
}
