import type { MatrixWords } from '../../contract/index.ts';
import type { MatrixName } from './matrices.ts';

export interface MatrixFlowInput {
  readonly words: MatrixWords;
  readonly T: number;
  readonly S: number;
  /** Room there is; `heightPx` is of no meaning in a pile. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Widest word, px. */
  readonly labelPx: number;
  readonly fontPx: number;
}

/** Where one matrix stands, px from the top left corner. */
export interface MatrixPlace {
  readonly name: MatrixName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Drawn with its columns as rows. */
  readonly turned: boolean;
  /** Its formula and shape stand so far above it, in so many lines, over its middle or before its right end. */
  readonly caption: { readonly upPx: number; readonly lines: 1 | 2; readonly align: 'middle' | 'end' };
}

/** Words along one side of a matrix; the box they stand in, px. */
export interface WordsPlace {
  readonly axis: 'query' | 'key';
  /** The matrix whose row is pointed at through a word. */
  readonly by: 'I' | 'K' | 'V';
  /** Beside the rows, from top to bottom, or over the columns. */
  readonly side: 'left' | 'above';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A gap that each word crosses on its way from one matrix to the next: along x where words are rows, else along y. */
export interface Lane {
  readonly along: 'x' | 'y';
  readonly from: number;
  readonly to: number;
  /** Across the way: where the first word begins, and from one to the next. */
  readonly start: number;
  readonly pitchPx: number;
}

/** An operator between two matrices, about its middle. */
export interface FlowSign {
  readonly sign: 'times' | 'softmax';
  /** Set upwards, where the gap is narrow. */
  readonly upright: boolean;
  readonly x: number;
  readonly y: number;
}

export interface MatrixFlow {
  readonly places: readonly MatrixPlace[];
  readonly words: readonly WordsPlace[];
  readonly lanes: readonly Lane[];
  readonly signs: readonly FlowSign[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** One under another, for a phone. */
  readonly isPile: boolean;
}

/** Sizes that go by the type. */
export interface FlowSizes {
  readonly gapPx: number;
  /** A caption's height, of one line and of two. */
  readonly onePx: number;
  readonly twoPx: number;
  /** Words set upwards, with air. */
  readonly deepPx: number;
  /** Rows lower than this are too thin to be seen; higher ones waste the room. */
  readonly leastRowPx: number;
  readonly mostRowPx: number;
}

/** Between a word and its row. */
export const WORD_AIR_PX = 6;

export function flowSizes({ fontPx, labelPx }: Pick<MatrixFlowInput, 'fontPx' | 'labelPx'>): FlowSizes {
  return {
    gapPx: Math.round(1.5 * fontPx),
    onePx: Math.round(1.8 * fontPx),
    twoPx: Math.round(2.9 * fontPx),
    deepPx: Math.ceil(labelPx + WORD_AIR_PX),
    leastRowPx: 3,
    mostRowPx: Math.round(2.3 * fontPx),
  };
}

/** Words this many times the type's size apart do not touch. */
export const WORD_APART = 0.85;

export const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
