import type { Translate } from '../../i18n/index.ts';
import type { Why } from '../../layout/index.ts';

/** Why a cell may not be read: `forbidden before softmax`, or that it comes later. */
export function whyText(t: Translate<'changed' | 'heatmap'>, why: Why): string {
  if (why === 'before' || why === 'after' || why === 'first') return t(`changed.why.${why}`);
  return t(why === 'own' ? 'heatmap.maskedShort' : 'changed.why.mask');
}
