import type { Picture } from '../../contract/index.ts';
import { translationDiff, type WordChange } from '../../layout/index.ts';

/** A pause this long parts one change of the sentence from the next. */
export const PAUSE_MS = 1500;
/** More places than these, or more than half of the French: another sentence, of which nothing "became" anything. */
const MOST_CHANGED = 4;

type Drawn = Pick<Picture, 'text' | 'steps' | 'targetText'>;

/** What was on screen before somebody began to type, and what is now. */
export interface Typed {
  readonly before: Drawn | null;
  readonly now: Drawn;
  /** When the sentence was last another one. */
  readonly atMs: number;
}

/**
 * The next picture: of a sentence typed on, what was there before the first key stays what it is compared with, so
 * that the French of half-typed words is not.
 */
export function typedOn(last: Typed | null, picture: Drawn, nowMs: number): Typed {
  if (last === null) return { before: null, now: picture, atMs: nowMs };
  if (last.now.text === picture.text) return { ...last, now: picture };
  const anew = nowMs - last.atMs > PAUSE_MS;
  return { before: anew ? last.now : (last.before ?? last.now), now: picture, atMs: nowMs };
}

/** Where the French became another by typing; null where nothing did, or all of it. */
export function typedChanges({ before, now }: Typed): readonly WordChange[] | null {
  if (before === null || before.targetText !== null || now.targetText !== null) return null;
  if (before.text === now.text) return null;
  const changes = translationDiff(before.steps, now.steps);
  const steps = changes.reduce((sum, change) => sum + change.steps.length, 0);
  const many = changes.length > MOST_CHANGED || steps > now.steps.length / 2;
  return changes.length === 0 || many ? null : changes;
}
