import type { Translate } from '../../i18n/index.ts';
import { type AppState, choiceOf, chosenOf } from '../../state/index.ts';

/**
 * How what is drawn was put together: "mean of 3 heads · sum over layers 1–3 · first word and end mark left out";
 * null where it is the heads' own weights.
 */
export function poolingNote(t: Translate, state: AppState): string | null {
  const { layer, heads } = chosenOf(state);
  const { combine, depth, sink, weigh } = choiceOf(state);
  const layers = layer + 1;
  const parts = [
    heads.length > 1 && combine !== 'side' && depth !== 'rollout'
      ? t(`head.${combine}`, { count: heads.length })
      : null,
    depth === 'rollout' ? t('pooling.rollout', { layers }) : null,
    (depth === 'mean' || depth === 'sum') && layer > 0 ? t(`pooling.${depth}`, { layers }) : null,
    sink === 'hidden' ? t('pooling.sink') : null,
    weigh === 'value' && depth !== 'rollout' ? t('pooling.value') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** What the legend calls the numbers, where they are not the heads' own weights. */
export function pooledTitle(t: Translate, state: AppState): string | null {
  const { layer, heads } = chosenOf(state);
  const { combine, depth, weigh, sink } = choiceOf(state);
  if (depth === 'rollout') return t('pooling.legend.rollout');
  if (weigh === 'value') return t('pooling.legend.value');
  const [many, deep] = [heads.length > 1 && combine !== 'side', depth !== 'layer' && layer > 0];
  if ((many && combine === 'sum') || (deep && depth === 'sum')) return t('pooling.legend.sum');
  if (many && combine === 'max') return t('pooling.legend.max');
  if (many || deep) return t('pooling.legend.mean');
  return sink === 'hidden' ? t('pooling.legend.sink') : null;
}
