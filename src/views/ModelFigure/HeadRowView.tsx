import { type MouseEvent, useLayoutEffect, useMemo, useRef } from 'react';
import type { AttentionKind, Frame, Palette, ResolvedTheme } from '../../contract/index.ts';
import { amountScale } from '../../layout/index.ts';
import { amountPixels, paintPattern } from '../shared/paint.ts';
import type { ChosenHeads } from './props.ts';
import type { Roving } from './useRoving.ts';

/** What all rows of a figure share. */
export interface RowContext {
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly pixelRatio: number;
  readonly roving: Roving;
  readonly onChoose: (kind: AttentionKind, layer: number, head: number, additive: boolean) => void;
  /** The thumbnail under the pointer or with the focus, counted from 0; null when there is none any more. */
  readonly onPoint: (at: PointedHead | null) => void;
  /** The spoken name of a thumbnail; layer and head from 0. */
  readonly nameOf: (kind: AttentionKind, layer: number, head: number, chosen: boolean) => string;
}

export interface PointedHead {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
}

export interface HeadRowViewProps {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: number;
  readonly columns: number;
  readonly thumbPx: number;
  readonly gapPx: number;
  /** The row's [H, T, S] numbers; absent while there are none. */
  readonly frame: Frame | undefined;
  readonly chosen: readonly number[];
  /** Its number among the figure's rows, for the keyboard. */
  readonly index: number;
  readonly context: RowContext;
}

const NONE: readonly number[] = [];

/** The heads of one row that are chosen. */
export function chosenIn(chosen: ChosenHeads, kind: AttentionKind, layer: number): readonly number[] {
  return chosen.kind === kind && chosen.layer === layer ? chosen.heads : NONE;
}

interface Sizes {
  readonly columns: number;
  readonly thumbPx: number;
  readonly gapPx: number;
}

/** Draws all heads of a row on one canvas, in device pixels, so that no cell is blurred. */
function drawRow(
  canvas: HTMLCanvasElement,
  sizes: Sizes,
  frame: Frame | undefined,
  ratio: number,
  colours: Uint32Array,
) {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  const [H = 0, T = 0, S = 0] = frame?.shape ?? [];
  if (!frame || T === 0 || S === 0) return;
  const image = pen.createImageData(canvas.width, canvas.height);
  const target = { pixels: new Uint32Array(image.data.buffer), stride: canvas.width };
  const side = Math.round(sizes.thumbPx * ratio);
  const pitch = (sizes.thumbPx + sizes.gapPx) * ratio;
  for (let head = 0; head < H; head++) {
    const x = Math.round((head % sizes.columns) * pitch);
    const y = Math.round(Math.floor(head / sizes.columns) * pitch);
    if (x + side > canvas.width || y + side > canvas.height) continue;
    paintPattern(target, { x, y, side }, { data: frame.data, offset: head * T * S, T, S }, colours);
  }
  pen.putImageData(image, 0, 0);
}

/** One Multi-Head Attention box: a canvas with every head's pattern, and a button over each. */
export function HeadRowView(props: HeadRowViewProps) {
  const { kind, layer, heads, columns, thumbPx, gapPx, frame, chosen, index, context } = props;
  const { theme, palette, pixelRatio, roving } = context;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pitch = thumbPx + gapPx;
  const width = columns * pitch - gapPx;
  const height = Math.ceil(heads / columns) * pitch - gapPx;
  const colours = useMemo(() => amountPixels(amountScale(kind, theme, palette)), [kind, theme, palette]);
  const [widthDots, heightDots] = [Math.ceil(width * pixelRatio), Math.ceil(height * pixelRatio)];
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    if (element.width !== widthDots) element.width = widthDots;
    if (element.height !== heightDots) element.height = heightDots;
    drawRow(element, { columns, thumbPx, gapPx }, frame, pixelRatio, colours);
  }, [frame, columns, thumbPx, gapPx, pixelRatio, colours, widthDots, heightDots]);
  const choose = (head: number) => (event: MouseEvent) =>
    context.onChoose(kind, layer, head, event.shiftKey || event.ctrlKey || event.metaKey);
  return (
    <div className="figure-row" data-kind={kind} style={{ width, height }}>
      <canvas ref={canvas} style={{ width: widthDots / pixelRatio, height: heightDots / pixelRatio }} />
      {Array.from({ length: heads }, (_, head) => {
        const isChosen = chosen.includes(head);
        const isStop = roving.stop.row === index && roving.stop.head === head;
        const name = context.nameOf(kind, layer, head, isChosen);
        return (
          <button
            key={`${kind}/${layer}/${head + 1}`}
            type="button"
            className="figure-head"
            aria-label={name}
            aria-pressed={isChosen}
            tabIndex={isStop ? 0 : -1}
            style={{
              left: (head % columns) * pitch,
              top: Math.floor(head / columns) * pitch,
              width: thumbPx,
              height: thumbPx,
            }}
            ref={(button) => roving.register({ row: index, head }, button)}
            onKeyDown={roving.onKeyDown}
            onPointerEnter={() => context.onPoint({ kind, layer, head })}
            onPointerLeave={() => context.onPoint(null)}
            onBlur={() => {
              roving.onBlur();
              context.onPoint(null);
            }}
            onFocus={() => {
              roving.onFocusAt({ row: index, head });
              context.onPoint({ kind, layer, head });
            }}
            onClick={choose(head)}
          />
        );
      })}
    </div>
  );
}
