import type { HeadLabel, ModelCard } from '../../contract/index.ts';
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import type { LabelledHead } from '../../views/index.ts';

/**
 * What a head does on test sentences, with its share where that is known: `often reads the word before: 59 % in
 * tests`. Null where there are no words for it.
 */
export function labelText(t: Translate, { label, share }: HeadLabel): string | null {
  const key = `headLabel.${label}`;
  if (!isMessageKey(key)) return null;
  return share === undefined ? t(key) : t('head.onTests', { label: t(key), percent: t.percent(share) });
}

/** The model's head labels that there are words for; of those that the training asked for, also how. */
export function labelledHeads(t: Translate, card: ModelCard | null): readonly LabelledHead[] {
  return (card?.headLabels ?? []).flatMap((label) => {
    const text = labelText(t, label);
    if (text === null) return [];
    const { training } = label;
    return [{ ...label, text: training ? `${text} · ${t(`head.${training}`)}` : text }];
  });
}
