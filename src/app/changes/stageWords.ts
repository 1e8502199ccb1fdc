import {
  entryStages,
  type Frame,
  type ModelInfo,
  PARTS,
  parseStageName,
  type StageName,
  shownStages,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { zeroShare } from '../../layout/index.ts';

/** The stages of the model that have a name on screen, from the bottom upwards. */
export function namedStages(info: ModelInfo): readonly StageName[] {
  const kinds = info.sites.map((site) => site.kind);
  const layers = PARTS.flatMap((part) => [
    ...entryStages(part),
    ...Array.from({ length: info[part].layers }, (_, layer) => shownStages(part, layer, kinds)).flat(),
  ]);
  return [...layers, 'logits'];
}

/** The stages that belong together with one, itself among them; none where it stands alone. */
export function partsOf(
  t: Translate<'changed'>,
  name: StageName,
  info: ModelInfo,
): readonly { readonly name: StageName; readonly label: string }[] | null {
  const parsed = parseStageName(name);
  if (!parsed || parsed.part === null) return null;
  const { part, layer, stage } = parsed;
  if (layer === null || stage === 'input') {
    return [
      { name: `${part}.embedding`, label: t('changed.part.embedding') },
      { name: `${part}.position`, label: t('changed.part.position') },
      { name: `${part}.0.input`, label: t('changed.part.input') },
    ];
  }
  if (stage !== 'inner' && stage !== 'feedForward') return null;
  const width = { inner: info[part].feedForward, feedForward: info.width };
  return (['inner', 'feedForward'] as const).map((one) => ({
    name: `${part}.${layer}.${one}` as const,
    label: t(`changed.part.${one}`, { width: width[one] }),
  }));
}

/** What there is to say of a stage's numbers; null where its name says it all. */
export function stageNote(t: Translate<'changed'>, frame: Frame, info: ModelInfo): string | null {
  const stage = parseStageName(frame.name)?.stage;
  const { activation, scaleEmbedding, width } = info;
  if (stage === 'embedding') {
    return t(scaleEmbedding ? 'changed.note.embeddingScaled' : 'changed.note.embedding', { width });
  }
  if (stage === 'position' || stage === 'input') return t(`changed.note.${stage}`);
  if (stage !== 'inner') return null;
  const share = t.percent(zeroShare(frame));
  if (activation === 'relu') return t('changed.note.inner', { share });
  return t('changed.note.innerSmooth', { share, activation });
}
