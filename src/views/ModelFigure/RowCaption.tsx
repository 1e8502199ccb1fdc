import { ATTENTION } from '../../contract/index.ts';
import type { ThumbnailRow } from './parts.ts';
import type { ModelFigureProps } from './props.ts';

/** Over a row of heads its layer, its name in the field and, where these leave room, what that means. */
export function RowCaption({
  figure,
  row,
}: {
  readonly figure: Pick<ModelFigureProps, 't' | 'looksAhead'>;
  readonly row: Pick<ThumbnailRow, 'kind' | 'layer'>;
}) {
  const { t, looksAhead } = figure;
  const { kind, layer } = row;
  const ahead = ATTENTION[kind].causal && looksAhead?.(layer) === true;
  const said = ahead ? 'decoderAhead' : kind;
  return (
    <>
      <b className="figure-row-name">{t(`figure.row.${said}`, { layer: layer + 1 })}</b>
      <span>{t(`figure.rowPlain.${said}`)}</span>
    </>
  );
}
