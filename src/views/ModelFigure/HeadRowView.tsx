import { useLayoutEffect, useMemo, useRef } from 'react';
import type { AttentionKind, Frame } from '../../contract/index.ts';
import { amountScale, differenceFrame, divergingScale } from '../../layout/index.ts';
import type { ShownHeadState } from '../shared/headStates.ts';
import { amountPixels, differencePixels, paintPattern } from '../shared/paint.ts';
import { HeadThumb } from './HeadThumb.tsx';
import type { ChosenHeads } from './props.ts';
import type { RowContext } from './rowContext.ts';

export interface HeadRowViewProps {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: number;
  readonly columns: number;
  readonly thumbPx: number;
  readonly gapPx: number;
  /** The row's [H, T, S] numbers; absent while there are none. */
  readonly frame: Frame | undefined;
  /** The unchanged model's, over the same tokens. */
  readonly before: Frame | undefined;
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

interface RowDrawing {
  readonly columns: number;
  readonly thumbPx: number;
  readonly gapPx: number;
  readonly frame: Frame | undefined;
  readonly ratio: number;
  /** Of the heads that are on, and of those that are off. */
  readonly colours: readonly [on: Uint32Array, off: Uint32Array];
  /** A letter for each head: `o` off, `h` hidden, `.` neither. */
  readonly states: string;
}

/** Draws all heads of a row on one canvas, in device pixels, so that no cell is blurred. */
function drawRow(canvas: HTMLCanvasElement, row: RowDrawing) {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const { frame, ratio, states } = row;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  const [H = 0, T = 0, S = 0] = frame?.shape ?? [];
  if (!frame || T === 0 || S === 0) return;
  const image = pen.createImageData(canvas.width, canvas.height);
  const target = { pixels: new Uint32Array(image.data.buffer), stride: canvas.width };
  const side = Math.round(row.thumbPx * ratio);
  const pitch = (row.thumbPx + row.gapPx) * ratio;
  for (let head = 0; head < H; head++) {
    if (states[head] === 'h') continue;
    const x = Math.round((head % row.columns) * pitch);
    const y = Math.round(Math.floor(head / row.columns) * pitch);
    if (x + side > canvas.width || y + side > canvas.height) continue;
    const colours = row.colours[states[head] === 'o' ? 1 : 0];
    paintPattern(
      target,
      { x, y, width: side, height: side },
      { data: frame.data, offset: head * T * S, T, S },
      colours,
    );
  }
  pen.putImageData(image, 0, 0);
}

const alike = (a: Frame, b: Frame) => a.shape.every((n, i) => n === b.shape[i]);

/** The numbers to draw and the colours for them; without a run before there is only the one after. */
function useShown({ kind, frame, before, context }: HeadRowViewProps) {
  const { theme, palette, changed } = context;
  const known = frame && before && alike(frame, before) ? before : undefined;
  const shown = known ? (changed?.shown ?? 'after') : 'after';
  const colours = useMemo((): RowDrawing['colours'] => {
    if (shown === 'difference') {
      const scale = divergingScale(theme, palette, 1);
      return [differencePixels(scale), differencePixels(scale, true)];
    }
    const scale = amountScale(kind, theme, palette);
    return [amountPixels(scale), amountPixels(scale, true)];
  }, [shown, kind, theme, palette]);
  if (!frame || !known || shown === 'after') return { drawn: frame, colours };
  return { drawn: shown === 'before' ? known : differenceFrame(frame, known), colours };
}

const letterOf = (state: ShownHeadState | undefined) => (state?.hidden ? 'h' : state?.off ? 'o' : '.');

/** One Multi-Head Attention box: a canvas with every head's pattern, and a button over each. */
export function HeadRowView(props: HeadRowViewProps) {
  const { kind, layer, heads, columns, thumbPx, gapPx, chosen, index, context } = props;
  const { pixelRatio, changed } = context;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pitch = thumbPx + gapPx;
  const width = columns * pitch - gapPx;
  const height = Math.ceil(heads / columns) * pitch - gapPx;
  const { drawn, colours } = useShown(props);
  const states = Array.from({ length: heads }, (_, head) =>
    letterOf(changed?.stateOf({ kind, layer, head })),
  ).join('');
  const [widthDots, heightDots] = [Math.ceil(width * pixelRatio), Math.ceil(height * pixelRatio)];
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    if (element.width !== widthDots) element.width = widthDots;
    if (element.height !== heightDots) element.height = heightDots;
    drawRow(element, { columns, thumbPx, gapPx, frame: drawn, ratio: pixelRatio, colours, states });
  }, [drawn, columns, thumbPx, gapPx, pixelRatio, colours, states, widthDots, heightDots]);
  return (
    <div className="figure-row" data-kind={kind} style={{ width, height }}>
      <canvas ref={canvas} style={{ width: widthDots / pixelRatio, height: heightDots / pixelRatio }} />
      {Array.from({ length: heads }, (_, head) => (
        <HeadThumb
          key={`${kind}/${layer}/${head + 1}`}
          at={{ kind, layer, head }}
          row={index}
          chosen={chosen.includes(head)}
          style={{
            left: (head % columns) * pitch,
            top: Math.floor(head / columns) * pitch,
            width: thumbPx,
            height: thumbPx,
          }}
          context={context}
        />
      ))}
    </div>
  );
}
