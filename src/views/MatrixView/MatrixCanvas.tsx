import { useLayoutEffect, useRef } from 'react';
import type { AttentionKind, Palette, ResolvedTheme } from '../../contract/index.ts';
import {
  amountScale,
  divergingScale,
  type HeadTable,
  hatchColour,
  type MatrixPlace,
} from '../../layout/index.ts';
import { usePixelRatio } from '../shared/usePixelRatio.ts';

export interface MatrixCanvasProps {
  readonly table: HeadTable;
  readonly place: MatrixPlace;
  readonly kind: AttentionKind;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
}

/** One pixel per number. */
function pixelsOf({ table, place, kind, theme, palette }: MatrixCanvasProps): HTMLCanvasElement {
  const { rows, columns, data } = table;
  const [wide, high] = place.turned ? [rows, columns] : [columns, rows];
  const canvas = document.createElement('canvas');
  canvas.width = wide;
  canvas.height = high;
  const context = canvas.getContext('2d');
  if (!context || wide === 0 || high === 0) return canvas;
  const image = context.createImageData(wide, high);
  const scale =
    table.name === 'Ahat' ? amountScale(kind, theme, palette) : divergingScale(theme, palette, table.limit);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const at = place.turned ? x * columns + y : y * columns + x;
      const [red, green, blue] = scale.rgb(data[at] ?? 0);
      image.data.set([red, green, blue, table.shut?.[at] ? 0 : 255], 4 * (y * wide + x));
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Distance of the lines over what may not be read, px. */
const HATCH_PX = 5;

/** Slanted lines under everything: they show where a pixel is left out. */
function hatch(context: CanvasRenderingContext2D, width: number, height: number, colour: string): void {
  context.strokeStyle = colour;
  context.beginPath();
  for (let x = -height; x < width; x += HATCH_PX) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
}

/** A matrix as colours. Where there are more numbers than pixels, a pixel is their mean. */
export function MatrixCanvas(props: MatrixCanvasProps) {
  const { table, place, theme, kind, palette } = props;
  const { width, height } = place;
  const ref = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const pixels = pixelsOf({ table, place, kind, theme, palette });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    if (table.shut) hatch(context, width, height, hatchColour(theme));
    const isTight = pixels.width > width * ratio || pixels.height > height * ratio;
    context.imageSmoothingEnabled = isTight;
    context.imageSmoothingQuality = 'high';
    if (pixels.width > 0 && pixels.height > 0) context.drawImage(pixels, 0, 0, width, height);
  }, [table, place, kind, theme, palette, width, height, ratio]);
  return (
    <div aria-hidden="true" className="mv-canvas">
      <canvas ref={ref} width={Math.round(width * ratio)} height={Math.round(height * ratio)} />
    </div>
  );
}
