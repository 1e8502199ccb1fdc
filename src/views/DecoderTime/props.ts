import type { Palette, Picture, PictureBeam, ResolvedTheme } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/** A head of the decoder; from 0. */
export interface DecoderHead {
  readonly layer: number;
  readonly head: number;
}

export interface DecoderTimeProps {
  readonly picture: Pick<Picture, 'frames' | 'source' | 'target' | 'steps'>;
  /** Of beam search; null for any other way of decoding. */
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
  /** Of each kind the head with most to see on this sentence, by measure: the picker says so of it. */
  readonly telling: { readonly decoder: DecoderHead; readonly cross: DecoderHead };
  readonly onHead: (kind: 'decoder' | 'cross', head: DecoderHead) => void;
  /** Steps or tree, where there is a tree. */
  readonly showBeam: boolean;
  readonly onShowBeam: (show: boolean) => void;
  readonly endId: number | null;
  /** Why no word comes near 100 %; null where that is not known of the model. */
  readonly sureness: string | null;
  /** Languages of source and target: `en`, `fr`. */
  readonly langs: { readonly source: string; readonly target: string };
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'time' | 'beam' | 'heatmap' | 'mark'>;
}
