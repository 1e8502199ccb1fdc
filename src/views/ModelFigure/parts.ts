import type { AttentionKind, Part, StageName } from '../../contract/index.ts';

/** CSS px, from the figure's top left corner. */
export interface FigureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One Multi-Head Attention box: H thumbnails on one line or more. */
export interface ThumbnailRow extends Fit {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: number;
  /** Of the thumbnails, without the caption. */
  readonly box: FigureBox;
  /** Top of the caption's line; null where there are no captions. */
  readonly captionY: number | null;
}

/** A thin bar: what stands between two attention boxes. */
export interface LayerBar {
  /** Thick enough for its name. */
  readonly labelled: boolean;
  readonly what: 'addNorm' | 'feedForward';
  readonly part: Part;
  readonly layer: number;
  /** Its numbers: what is on the bar's upper side. */
  readonly stage: StageName;
  readonly box: FigureBox;
}

/** Under a stack the token's embedding, its position and their sum; over the decoder the last two maps. */
export interface EndBox {
  readonly what: 'embedding' | 'position' | 'sum' | 'linear' | 'softmax';
  /** It has room for its name. */
  readonly labelled: boolean;
  readonly part: Part;
  /** Its numbers. */
  readonly stage: StageName;
  readonly box: FigureBox;
}

/** Whatever of the figure can be opened but a head. */
export type FigureStep = LayerBar | EndBox;

/** How the thumbnails of a row stand. */
export interface Fit {
  readonly thumbPx: number;
  /** Thumbnails on a full line. */
  readonly columns: number;
  readonly gapPx: number;
}
