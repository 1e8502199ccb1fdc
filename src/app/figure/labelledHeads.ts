import type { ModelCard } from '../../contract/index.ts';
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import type { LabelledHead } from '../../views/index.ts';

/** The model's head labels that there are words for. */
export function labelledHeads(t: Translate, card: ModelCard | null): readonly LabelledHead[] {
  return (card?.headLabels ?? []).flatMap((label) => {
    const key = `headLabel.${label.label}`;
    return isMessageKey(key) ? [{ ...label, text: t(key) }] : [];
  });
}
