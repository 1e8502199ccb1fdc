import type { Ref } from 'react';
import { ATTENTION, type Token } from '../../contract/index.ts';
import { type AppState, choiceOf, memoize, textIsKnown } from '../../state/index.ts';
import { Button, useMedia } from '../../ui/index.ts';
import { type Highlight, SentenceField } from '../../views/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { ExampleWays } from '../examples/ExampleWays.tsx';
import { useElsewhereText, useQuestionOfExample } from '../examples/useExample.ts';
import { followRange, joinedWordsOf } from '../head/pointedCell.ts';
import { isForeign, isUnsure } from '../target/confidence.ts';

/** Narrower than figure and head beside one another. A sheet of paper is no phone. */
export const PHONE = 'screen and (max-width: 900px)';

/** The words of the sentence that the pointed cell joins; they stay tinted while the next picture is on its way. */
export const highlightsOf = memoize(
  (state: AppState) => [joinedWordsOf(state), state.picture?.text ?? '', choiceOf(state).text],
  (joined, before, now): readonly Highlight[] => {
    if (!joined) return [];
    const tint = (token: Token, role: Highlight['role']): readonly Highlight[] => {
      const range = token.role === 'text' ? followRange(token, before, now) : null;
      return range ? [{ ...range, kind: joined.kind, role }] : [];
    };
    const { queries, keys } = ATTENTION[joined.kind];
    return [
      ...(queries === 'source' ? tint(joined.query, 'query') : []),
      ...(keys === 'source' ? tint(joined.key, 'key') : []),
    ];
  },
);

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Nothing was chosen yet, and the hint's own word stands in the sentence. */
const isFirstVisit = (state: AppState): boolean =>
  Object.keys(state.work.patch).length === 0 && choiceOf(state).text.includes('tired');

/** Asked at every move of the pointer. */
const foreignOf = memoize(
  ({ picture }: AppState) => [picture],
  (picture): boolean => picture !== null && isForeign(picture),
);

/** The line beneath the sentence: what did not fit, for an empty sentence what to do, of an example its question. */
function useMessage(phone: boolean, quiet: boolean): string | null {
  const t = useWords();
  const cutAt = useApp(({ picture }) =>
    picture && picture.leftOut > 0 ? picture.text.slice(0, picture.text.length - picture.leftOut) : null,
  );
  const empty = useApp((state) => textIsKnown(state) && choiceOf(state).text.trim() === '');
  const untouched = useApp(isFirstVisit);
  const question = useQuestionOfExample();
  const elsewhere = useElsewhereText();
  const foreign = useApp(foreignOf);
  // What the changes did is no fault of the model's.
  const unsure = useApp(
    ({ picture }) => picture !== null && isUnsure({ ...picture, steps: (picture.before ?? picture).steps }),
  );
  if (cutAt !== null) return t('sentence.cut', { words: countWords(cutAt) });
  if (empty) return t('sentence.emptyHint');
  if (question !== null && !untouched) return elsewhere ?? question;
  if (foreign) return t('sentence.foreign');
  if (unsure) return t('sentence.unsure');
  if (elsewhere !== null) return elsewhere;
  return untouched && !quiet ? t(phone ? 'sentence.hintShort' : 'sentence.hint') : null;
}

/** Beneath a sentence that the model cannot read: one that it can. */
function Offer() {
  const t = useWords();
  const { memory } = useHeadlight();
  const foreign = useApp(foreignOf);
  if (!foreign) return null;
  return (
    <span className="app-other-half">
      <Button
        label={t('example.offer')}
        look="quiet"
        onPress={() => memory.setState({ examplesOpen: true })}
      />
    </span>
  );
}

/** The sentence: the page's largest control. */
export function SentencePane(props: {
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly onLeave: () => void;
  /** Only what went wrong is said beneath it, no hints. */
  readonly quiet?: boolean;
  /** The page's key that leads here. */
  readonly keys?: string;
}) {
  const { ref, onLeave, quiet = false, keys } = props;
  const t = useWords();
  const { act, timings } = useHeadlight();
  const text = useApp((state) => choiceOf(state).text);
  const highlights = useApp(highlightsOf);
  const phone = useMedia(PHONE);
  const message = useMessage(phone, quiet);
  return (
    <>
      <SentenceField
        text={text}
        lang="en"
        onText={(next) => {
          timings.typed(next);
          act.type({ text: next });
        }}
        highlights={highlights}
        message={message}
        t={t}
        size={phone ? 'block' : 'line'}
        onLeave={onLeave}
        {...(keys === undefined ? {} : { keys })}
        {...(ref === undefined ? {} : { ref })}
      />
      <ExampleWays compact={phone} />
      <Offer />
    </>
  );
}
