import {
  type HeadAt,
  hasHeadsAfter,
  type Intervention,
  type ModelInfo,
  meaningOf,
  reaches,
  type Shown,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { exact, LEAST_CHANGE, largestChange, type Matrix } from '../../layout/index.ts';
import type { PictureNoteText } from '../../views/index.ts';

type Words = Translate<'drawn'>;

export interface NoteAsked {
  /** Null where several heads or layers are drawn as one. */
  readonly at: HeadAt | null;
  readonly changes: readonly Intervention[];
  readonly shown: Shown;
  readonly matrix: Matrix;
  readonly before: Matrix | null;
  readonly sites: ModelInfo['sites'];
  /** Whether the figure with its dots is in sight. */
  readonly dots: boolean;
}

/** That a head is off, what it gives instead, and where that can be seen; null while it is on. */
function offNote(t: Words, asked: NoteAsked): PictureNoteText | null {
  const { at, changes, shown, matrix, before, sites, dots } = asked;
  const off = at && shown !== 'before' ? meaningOf(changes, at).off : null;
  if (at === null || off === null) return null;
  const title = t(`drawn.off.${off}`);
  if (off === 'first') return { title, text: null };
  const after = hasHeadsAfter(at, sites) ? (dots ? ` ${t('drawn.dots')}` : '') : ` ${t('drawn.last')}`;
  const moved = before !== null && largestChange(matrix, before) >= LEAST_CHANGE;
  return { title, text: `${t(moved ? 'drawn.ownMoved' : 'drawn.own')}${after}` };
}

/** Why a difference shows nothing; null where it shows something. */
function emptyNote(t: Words, { at, changes, matrix, before }: NoteAsked): PictureNoteText | null {
  const largest = before === null ? null : largestChange(matrix, before);
  if (largest === null || largest >= LEAST_CHANGE) return null;
  const title = largest === 0 ? t('drawn.zero') : t('drawn.small', { number: exact(largest, t.language) });
  if (changes.length === 0) return { title, text: t('drawn.unchanged') };
  if (at === null) return { title, text: null };
  const reached = changes.some((change) => reaches(change, at));
  return { title, text: t(reached ? 'drawn.reached' : 'drawn.unreached') };
}

/** What is written across the large picture of a changed model; null for nothing, as a rule. */
export function pictureNote(t: Words, asked: NoteAsked): PictureNoteText | null {
  const off = offNote(t, asked);
  const empty = asked.shown === 'difference' ? emptyNote(t, asked) : null;
  if (off === null || empty === null) return off ?? empty;
  return { title: off.title, text: `${empty.title} ${off.text ?? ''}`.trim() };
}
