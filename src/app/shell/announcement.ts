import type { Picture } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { translationDiff } from '../../layout/index.ts';
import { effectWords } from '../target/frenchChanges.ts';

/** What a screen reader was told of last, or is to be told of now. */
export interface Heard {
  readonly picture: Pick<Picture, 'text' | 'targetText' | 'translation' | 'steps'>;
  /** The changes, in words. */
  readonly changes: readonly string[];
}

/** One thing done is said itself, of several only how many changes there now are. */
function doneWords(t: Translate, last: readonly string[], now: readonly string[]): string | null {
  const [added, gone] = [now.filter((one) => !last.includes(one)), last.filter((one) => !now.includes(one))];
  const [first] = added;
  if (first !== undefined && added.length === 1) return first;
  if (now.length === 0 && gone.length > 0) return t('changed.unchanged');
  const [back] = gone;
  if (back !== undefined && added.length === 0 && gone.length === 1)
    return t('changed.takenBack', { change: back });
  return added.length + gone.length === 0 ? null : t('changes.count', { count: now.length });
}

/**
 * What to say once the page is quiet: the French; after a change of the model that change, and what it did to the
 * French.
 */
export function announcement(t: Translate, last: Heard | null, now: Heard): string {
  const { text, targetText, translation, steps } = now.picture;
  const same = last !== null && last.picture.text === text && last.picture.targetText === targetText;
  const change = same ? doneWords(t, last.changes, now.changes) : null;
  if (last !== null && change !== null) {
    return t('changed.said', {
      change,
      effect: effectWords(t, translationDiff(last.picture.steps, steps)),
    });
  }
  return translation === '' ? '' : t('translation.spoken', { text: translation });
}
