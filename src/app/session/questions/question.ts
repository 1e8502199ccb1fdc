import type {
  Frame,
  Gradient,
  HeadAt,
  HeadEffect,
  HeadWeights,
  Intervention,
  Lens,
  Picture,
  ShowRequest,
  StageName,
} from '../../../contract/index.ts';

/** Of a changed picture: its own model, or the unchanged one on the same words. */
export type Side = 'after' | 'before';

/** Whose numbers: a picture's, with its changes or with others in their place. */
export interface Subject {
  readonly picture: Picture;
  /** The empty list: the unchanged model on the picture's words. */
  readonly changes?: readonly Intervention[];
}

/** What may be asked of the worker besides the newest picture. */
export type Question =
  | { readonly type: 'frame'; readonly of: Subject; readonly name: StageName }
  | { readonly type: 'lens'; readonly of: Subject }
  | { readonly type: 'gradient'; readonly of: Subject; readonly row: number; readonly id: number }
  | { readonly type: 'effect'; readonly of: Subject; readonly at: HeadAt }
  | { readonly type: 'weights'; readonly at: HeadAt }
  /** The picture of another sentence. */
  | { readonly type: 'peek'; readonly request: ShowRequest };

interface Values {
  frame: Frame;
  lens: Lens;
  gradient: Gradient;
  effect: HeadEffect;
  weights: HeadWeights;
  peek: Picture;
}

export type ValueOf<Q extends Question> = Values[Q['type']];
export type Value = Values[keyof Values];

const NO_CHANGES: readonly Intervention[] = [];

export const subjectOf = (picture: Picture, side: Side): Subject =>
  side === 'before' ? { picture, changes: NO_CHANGES } : { picture };

/** The picture a question is about; null for one about the model. */
export const pictureOf = (question: Question): Picture | null =>
  'of' in question ? question.of.picture : null;

/** What came with the picture need not be asked for. */
export function frameAtHand({ of, name }: Extract<Question, { readonly type: 'frame' }>): Frame | null {
  const { picture, changes } = of;
  if (changes === undefined) return picture.frames.get(name) ?? null;
  return (changes.length === 0 && picture.before?.frames.get(name)) || null;
}

const subjectKeys = new WeakMap<Picture, string>();

/** The same sentence, target, changes and decoding in the same model have the same numbers. */
function subjectKey({ picture, changes }: Subject): string {
  let key = subjectKeys.get(picture);
  if (key === undefined) {
    const { text, targetText, translation, decoding } = picture;
    key = JSON.stringify([text, targetText, translation, picture.changes, decoding]);
    subjectKeys.set(picture, key);
  }
  return changes ? `${key} ${JSON.stringify(changes)}` : key;
}

const headKey = ({ kind, layer, head }: HeadAt): string => `${kind} ${layer} ${head}`;

/** What tells one question from another, within one model on one backend. */
export function keyOf(question: Question): string {
  switch (question.type) {
    case 'frame':
      return `frame ${question.name} ${subjectKey(question.of)}`;
    case 'lens':
      return `lens ${subjectKey(question.of)}`;
    case 'gradient':
      return `gradient ${question.row} ${question.id} ${subjectKey(question.of)}`;
    case 'effect':
      return `effect ${headKey(question.at)} ${subjectKey(question.of)}`;
    case 'weights':
      return `weights ${headKey(question.at)}`;
    case 'peek':
      return `peek ${JSON.stringify(question.request)}`;
  }
}
