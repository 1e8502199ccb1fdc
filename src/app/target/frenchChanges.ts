import type { Picture } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import {
  type MovedStep,
  mostMoved,
  tokenLabel,
  translationDiff,
  type WordChange,
} from '../../layout/index.ts';
import { type AppState, choiceOf, memoize } from '../../state/index.ts';
import { drawnOf } from '../head/headPicture.ts';

const NONE: readonly WordChange[] = [];

/** Of each step that changed words are written in, what stood in their place before. */
export const beforeOfSteps = (changes: readonly WordChange[]): ReadonlyMap<number, string | null> =>
  new Map(changes.flatMap(({ before, steps }) => steps.map((step) => [step, before] as const)));

/** Where the French differs from what the unchanged model writes; null while nothing is changed. */
export const wordChangesOf = memoize(
  (state: AppState) => [drawnOf(state)],
  (picture): readonly WordChange[] | null =>
    picture?.before ? translationDiff(picture.before.steps, picture.steps) : null,
);

/** Of French that the changes leave as it was, the step whose probability moved most; null while it is not so. */
export const movedStepOf = memoize(
  (state: AppState) => [drawnOf(state)],
  (picture): MovedStep | null => (picture?.before ? mostMoved(picture.before.steps, picture.steps) : null),
);

/** "same French as without, but “il” 91 % → 64 %". */
export function sameWords(t: Translate, { steps }: Pick<Picture, 'steps'>, moved: MovedStep | null): string {
  const token = moved && steps[moved.step]?.token;
  if (!moved || !token) return t('changed.nothing');
  const [before, after] = [t.share(moved.before), t.share(moved.after)];
  if (before === after) return t('changed.nothing');
  const word = token.role === 'end' ? t('mark.end') : tokenLabel(token);
  return t('changed.nothingBut', { word, before, after });
}

/** Of each step whose word the changes put there, what stood in its place before. */
export const changedStepsOf = memoize(
  (state: AppState) => [wordChangesOf(state) ?? NONE],
  (changes) => beforeOfSteps(changes),
);

/** The French on screen: that of the unchanged model when it is the one drawn. */
export function frenchOf(state: AppState): Pick<Picture, 'steps' | 'translation'> | null {
  const picture = drawnOf(state);
  const before = choiceOf(state).shown === 'before' ? picture?.before : null;
  return before ?? picture;
}

/** "“il” became “elle”". */
export function wordChange(t: Translate, { before, after }: WordChange): string {
  const quote = (word: string | null): string => (word === null ? '' : t('change.quote', { word }));
  const values = { before: quote(before), after: quote(after) };
  if (before === null) return t('changed.added', values);
  return t(after === null ? 'changed.gone' : 'changed.became', values);
}

/** So many are said word by word; of more only their number. */
const MOST_SAID = 2;

/** What became of the French, briefly. */
export function effectWords(t: Translate, changes: readonly WordChange[]): string {
  if (changes.length === 0) return t('changed.nothing');
  if (changes.length > MOST_SAID) return t('changed.many', { count: changes.length });
  return changes
    .map((change) => wordChange(t, change))
    .reduceRight((rest, first) => t('decoding.join', { first, rest }));
}
