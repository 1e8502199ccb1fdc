import type { Palette, Picture, PictureBeam, ResolvedTheme } from '../../contract/index.ts';
import type { MarkWords } from '../shared/marks.ts';

/** A head of the decoder; from 0. */
export interface DecoderHead {
  readonly layer: number;
  readonly head: number;
}

/** The strings of the decoder through time. Steps, layers and heads given to them count from 1. */
export interface DecoderTimeWords extends MarkWords {
  /** Of the whole view, for a screen reader. */
  readonly label: string;
  readonly play: string;
  readonly pause: string;
  readonly back: string;
  readonly on: string;
  readonly step: string;
  readonly stepOf: (step: number, count: number) => string;
  /** Over the English: what its bars say. */
  readonly english: string;
  /** Over the French so far. */
  readonly fed: string;
  /** Names of the two pickers of heads, and a head in them. */
  readonly crossHead: string;
  readonly selfHead: string;
  readonly headOf: (layer: number, head: number) => string;
  /** One bar for a screen reader: `animal 62 %`. */
  readonly bar: (word: string, percent: string) => string;
  readonly rows: string;
  /** Beneath the triangle: which row is new, by its word. */
  readonly newRow: (word: string, row: number) => string;
  /** Of the hatching: `may not look ahead`. */
  readonly masked: string;
  readonly candidates: string;
  readonly taken: string;
  readonly rest: (percent: string) => string;
  /** What becomes of the taken word. */
  readonly fedBack: (word: string) => string;
  /** At the last step: the end mark was written, or the length limit cut the sentence. */
  readonly done: string;
  readonly cut: string;
  /** Without words to write. */
  readonly empty: string;
  readonly percent: (share: number) => string;
  /** The choice between the steps and the tree. */
  readonly show: string;
  readonly showSteps: string;
  readonly showBeam: string;
  readonly beam: BeamWords;
}

export interface BeamWords {
  readonly label: string;
  readonly help: string;
  readonly dropped: string;
  /** A node's line: its beginning, the sum of its log-probabilities, and what became of it. */
  readonly node: (text: string, score: string, fate: string) => string;
  readonly fates: Readonly<Record<'kept' | 'ended' | 'dropped' | 'chosen', string>>;
  readonly start: string;
  readonly hint: string;
  readonly score: (nats: number) => string;
  readonly sentences: string;
}

export interface DecoderTimeProps {
  readonly picture: Pick<Picture, 'frames' | 'source' | 'target' | 'steps'>;
  /** Of beam search; null for any other way of writing. */
  readonly beam: PictureBeam | null;
  /** From 0. */
  readonly step: number;
  readonly onStep: (step: number) => void;
  readonly playing: boolean;
  readonly onPlay: (playing: boolean) => void;
  /** Between two steps while playing. */
  readonly paceMs?: number;
  /** Whose rows are drawn. */
  readonly heads: { readonly decoder: DecoderHead; readonly cross: DecoderHead };
  readonly onHead: (kind: 'decoder' | 'cross', head: DecoderHead) => void;
  /** Steps or tree, where there is a tree. */
  readonly showBeam: boolean;
  readonly onShowBeam: (show: boolean) => void;
  readonly endId: number | null;
  /** Languages of source and target: `en`, `fr`. */
  readonly langs: { readonly source: string; readonly target: string };
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly words: DecoderTimeWords;
}
