import { ATTENTION } from '../../contract/index.ts';
import type { ThumbnailRow } from './parts.ts';
import type { ModelFigureProps } from './props.ts';

/** Caption of a row of heads: "4 reads the English". */
export function captionText(
  { t, looksAhead }: Pick<ModelFigureProps, 't' | 'looksAhead'>,
  { kind, layer }: Pick<ThumbnailRow, 'kind' | 'layer'>,
): string {
  const ahead = ATTENTION[kind].causal && looksAhead?.(layer) === true;
  return t(ahead ? 'figure.row.decoderAhead' : `figure.row.${kind}`, { layer: layer + 1 });
}
