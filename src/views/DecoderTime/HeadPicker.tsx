import { attentionStage, type Frame, isSelf, type StageName } from '../../contract/index.ts';
import { Select } from '../../ui/index.ts';
import type { DecoderHead, DecoderTimeProps } from './props.ts';

/** All heads of one kind that have a pattern. */
function headsOf(frames: ReadonlyMap<StageName, Frame>, kind: 'decoder' | 'cross'): readonly DecoderHead[] {
  const heads: DecoderHead[] = [];
  for (let layer = 0; ; layer++) {
    const frame = frames.get(attentionStage(kind, layer, 'pattern'));
    if (!frame) return heads;
    for (let head = 0; head < (frame.shape[0] ?? 0); head++) heads.push({ layer, head });
  }
}

/** Whose row the bars show, and why that one's as long as it is the one with most to see. */
export function HeadPicker({
  time,
  kind,
}: {
  readonly time: DecoderTimeProps;
  readonly kind: 'decoder' | 'cross';
}) {
  const { t, heads, telling, picture, onHead } = time;
  const all = headsOf(picture.frames, kind);
  const valueOfHead = ({ layer, head }: DecoderHead) => `${layer} ${head}`;
  const isTelling = valueOfHead(heads[kind]) === valueOfHead(telling[kind]);
  return (
    <>
      {isTelling ? <small className="dt-quiet dt-why">{t(`time.why.${kind}`)}</small> : null}
      <Select
        label={t(isSelf(kind) ? 'time.selfHead' : 'time.crossHead')}
        showLabel={false}
        value={valueOfHead(heads[kind])}
        options={all.map((one) => ({
          value: valueOfHead(one),
          label: t('time.head', { layer: one.layer + 1, head: one.head + 1 }),
        }))}
        onChange={(value) => {
          const one = all.find((other) => valueOfHead(other) === value);
          if (one) onHead(kind, one);
        }}
      />
    </>
  );
}
