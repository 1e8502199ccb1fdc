import type { Part } from '../../contract/index.ts';
import type { EndBox, FigureBox } from './parts.ts';
import type { FigureSizes } from './sizes.ts';

/* Under a stack its embedding, the circle with the positions and their sum; over the decoder the last two maps. */

/** What stands at a stack's end. */
export interface StackEnds {
  readonly boxes: readonly EndBox[];
  /** SVG path of the arrows between them. */
  readonly flow: string;
}

export const NO_ENDS: StackEnds = { boxes: [], flow: '' };

/** Widths and distances where a box is `BOX_PX` high. */
const BOX_PX = 20;
const PX = { embedding: 90, position: 156, sum: 16, gap: 5, linear: 56, softmax: 74, arrow: 16 } as const;

const half = (v: number) => Math.round(v) + 0.5;
const HEADS = { up: 'm-3 4l3 -4l3 4', right: 'm-4 -3l4 3l-4 3' } as const;

/** An arrow straight up or to the right. */
const up = (x: number, from: number, to: number) =>
  `M${half(x)} ${Math.round(from)}V${Math.round(to)}${HEADS.up}`;
const right = (y: number, from: number, to: number) =>
  `M${Math.round(from)} ${half(y)}H${Math.round(to)}${HEADS.right}`;

/** What goes into a stack. */
export function footOf(z: FigureSizes, part: Part, stack: FigureBox): StackEnds {
  const k = z.box / BOX_PX;
  const floor = stack.y + stack.height;
  const [width, side] = [PX.embedding * k, PX.sum * k];
  const x = stack.x + stack.width - width;
  const middle = x + width / 2;
  const sum = { x: middle - side / 2, y: floor + (PX.gap + 2) * k, width: side, height: side };
  const embedding = { x, y: sum.y + side + (PX.gap + 1) * k, width, height: z.box };
  const room = sum.x - stack.x - PX.arrow * k;
  const labelled = room >= PX.position * k;
  const wide = labelled ? PX.position * k : Math.max(0, Math.min(side + 2, room));
  const position = { x: stack.x, y: sum.y - 1, width: wide, height: side + 2 };
  return {
    boxes: [
      { what: 'sum', part, stage: `${part}.0.input`, labelled: false, box: sum },
      { what: 'position', part, stage: `${part}.position`, labelled, box: position },
      { what: 'embedding', part, stage: `${part}.embedding`, labelled: true, box: embedding },
    ],
    flow: [
      up(middle, sum.y, floor + 1),
      up(middle, embedding.y, sum.y + side + 1),
      right(sum.y + side / 2, position.x + position.width + 2, sum.x - 1),
      right(embedding.y + z.box / 2, x - PX.arrow * k + 3, x - 2),
    ].join(''),
  };
}

/** What comes out of the decoder; nothing where it is too narrow. */
export function topOf(z: FigureSizes, decoder: FigureBox): StackEnds {
  const k = z.box / BOX_PX;
  if (decoder.width < (PX.linear + PX.arrow + PX.softmax) * k) return NO_ENDS;
  const y = decoder.y - z.above + 2;
  const softmax = { width: PX.softmax * k, height: z.box, y, x: decoder.x + decoder.width - PX.softmax * k };
  const linear = { width: PX.linear * k, height: z.box, y, x: softmax.x - (PX.linear + PX.arrow) * k };
  return {
    boxes: [
      { what: 'softmax', part: 'decoder', stage: 'probabilities', labelled: true, box: softmax },
      { what: 'linear', part: 'decoder', stage: 'logits', labelled: true, box: linear },
    ],
    flow: [
      up(linear.x + linear.width / 2, decoder.y, y + z.box + 1),
      right(y + z.box / 2, linear.x + linear.width + 1, softmax.x - 1),
    ].join(''),
  };
}
