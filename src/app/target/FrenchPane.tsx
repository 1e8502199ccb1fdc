import { useState } from 'react';
import type { Picture } from '../../contract/index.ts';
import { type AppState, choiceOf, pinnedOf, textIsKnown } from '../../state/index.ts';
import { Translation } from '../../views/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { RunLine, useRunWords } from '../shell/RunLine.tsx';
import { useViewStep } from '../view/viewStep.ts';
import {
  changedStepsOf,
  effectWords,
  frenchOf,
  movedStepOf,
  sameWords,
  wordChange,
  wordChangesOf,
} from './frenchChanges.ts';
import { cellOfStep, joinedStepOf } from './frenchSteps.ts';
import { useTypedChanges } from './useTypedChanges.ts';

const NO_STEPS: Picture['steps'] = [];

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/**
 * What the French does not show: words of the person's that did not fit, an end that did not come; else what the
 * changes did to it.
 */
function useMessage(): string | undefined {
  const t = useWords();
  const picture = useApp(drawnOf);
  const before = useApp((state) => choiceOf(state).shown === 'before');
  const changes = useApp(wordChangesOf);
  const moved = useApp(movedStepOf);
  if (picture?.targetText && picture.targetLeftOut > 0) {
    const kept = picture.targetText.slice(0, picture.targetText.length - picture.targetLeftOut);
    return t('translation.cut', { words: countWords(kept) });
  }
  if (picture && picture.steps.length > 0 && !picture.ended && picture.targetText === null)
    return t('translation.notEnded');
  if (changes === null || picture?.targetText !== null) return undefined;
  if (before) return t('changed.unchanged');
  return changes.length === 0 ? sameWords(t, picture, moved) : effectWords(t, changes);
}

/** Said while the English is no longer the one that stood there when the own French was last typed. */
function useNote(): string | undefined {
  const t = useWords();
  // A link may hold a target alone: its English is the model's first sentence, known a moment later.
  const text = useApp((state) => (textIsKnown(state) ? choiceOf(state).text : null));
  const target = useApp((state) => choiceOf(state).target);
  const [typed, setTyped] = useState({ text, target });
  if (typed.target !== target || (typed.text === null && text !== null)) setTyped({ text, target });
  return target !== null && typed.target === target && typed.text !== null && typed.text !== text
    ? t('translation.ownStale')
    : undefined;
}

/** The step that a click in the strip keeps, until the sentence changes. */
function usePinnedStep(): [number | null, (step: number) => void] {
  const { act, store } = useHeadlight();
  const translation = useApp((state) => state.picture?.translation ?? '');
  const joined = useApp((state) => (pinnedOf(state) === null ? null : joinedStepOf(state)));
  const [kept, keep] = useState<{ readonly step: number; readonly translation: string } | null>(null);
  const pin = (step: number): void => {
    const again = kept?.step === step && kept.translation === translation;
    keep(again ? null : { step, translation });
    const cell = cellOfStep(store.getState(), step);
    if (cell) act.pin(again ? null : { query: cell.query, key: cell.key });
  };
  return [kept?.translation === translation ? kept.step : joined, pin];
}

/** The French beneath, word by word; the person may write an own one. */
export function FrenchPane() {
  const { act, store } = useHeadlight();
  const t = useWords();
  const how = useRunWords();
  const message = useMessage();
  const note = useNote();
  const steps = useApp((state) => frenchOf(state)?.steps ?? NO_STEPS);
  const translation = useApp((state) => frenchOf(state)?.translation ?? '');
  const before = useApp((state) => steps !== NO_STEPS && steps === state.picture?.before?.steps);
  const byChanges = useApp(changedStepsOf);
  const typed = useTypedChanges();
  const changed = byChanges.size > 0 ? byChanges : (typed ?? byChanges);
  const all = useApp(wordChangesOf)
    ?.map((change) => wordChange(t, change))
    .join('\n');
  const target = useApp((state) => choiceOf(state).target);
  const [here, point] = useState<number | null>(null);
  const there = useApp((state: AppState) => (state.hover === null ? null : joinedStepOf(state)));
  const [pinned, pin] = usePinnedStep();
  const view = useViewStep();
  const endId = useApp((state) => state.card?.info.endId ?? null);
  return (
    <div className="app-french">
      <Translation
        steps={steps}
        translation={translation}
        target={target}
        onTarget={(next) => act.type({ target: next })}
        pointed={here ?? view.pointed ?? there}
        onPoint={(step) => {
          point(step);
          // The rows drawn are those of the changed French; words of the other have no place among them.
          act.point(step === null || before ? null : cellOfStep(store.getState(), step));
        }}
        pinned={before ? null : (view.step ?? pinned)}
        onPin={(step) => {
          if (!before) (view.choose ?? pin)(step);
        }}
        {...(before ? {} : { changed })}
        lang="fr"
        message={message}
        messageHelp={all}
        note={note}
        how={how}
        t={t}
        endId={endId}
      />
      <RunLine />
    </div>
  );
}
