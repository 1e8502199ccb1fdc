import { axesOf } from '../../contract/index.ts';
import { type HeadMeasures, headKey, tokenLabel } from '../../layout/index.ts';
import { spokenOf } from '../shared/marks.ts';
import type { HeadFinderProps } from './props.ts';

/** What the ranked number is about: the cell that is strongest, the word that suffers most. */
function measureNote({ choice, picture, effects, t }: HeadFinderProps, head: HeadMeasures): string | null {
  if (choice.measure === 'strongest' && head.strongestCell) {
    const { queries, keys } = axesOf(head.kind, picture);
    const query = spokenOf(queries, t)[head.strongestCell.query];
    const key = spokenOf(keys, t)[head.strongestCell.key];
    return t('finder.strongestCell', { query: query ?? '', key: key ?? '' });
  }
  // The mean hides which word it is; a chosen word is said above the list.
  const effect =
    choice.measure === 'effect' && choice.effectRow === null ? effects.get(headKey(head)) : undefined;
  const hurt = effect && picture.steps[effect.mostRow]?.token;
  if (!hurt) return null;
  return t('finder.mostAt', { word: hurt.role === 'end' ? t('mark.end') : tokenLabel(hurt) });
}

/** What is written beneath a head: about its number, the person's name for it, or else what it was measured to do. */
export function headNotes(finder: HeadFinderProps, head: HeadMeasures): readonly string[] {
  const own = finder.names.get(headKey(head));
  const label = finder.labels.find(
    (one) => one.kind === head.kind && one.layer === head.layer && one.head === head.head,
  );
  return [measureNote(finder, head), own ?? label?.text ?? null].filter((note) => note !== null);
}
