import { useMemo } from 'react';
import { LITTLE_NATS, largestEffect, occurrence } from '../../layout/index.ts';
import { Button, ProgressBar, Select } from '../../ui/index.ts';
import { shownHead } from '../shared/headNames.ts';
import { spokenOf } from '../shared/marks.ts';
import type { HeadFinderProps } from './props.ts';
import type { Found } from './useFound.ts';
import { effectNumber } from './valueText.ts';

/** The select's value for all words together. */
const MEAN = 'mean';

/** The written words as they are said; of several equal ones, which it is. */
function useWords({ picture, t }: HeadFinderProps): readonly string[] {
  return useMemo(() => {
    const names = spokenOf(
      picture.steps.map(({ token }) => token),
      t,
    );
    return names.map((word, i) => {
      const n = occurrence(names, i);
      return n > 0 ? t('finder.wordNumber', { word, n }) : word;
    });
  }, [picture.steps, t]);
}

/** Of which word the effect is; or of all on the average. */
function WordSelect(props: { readonly finder: HeadFinderProps; readonly words: readonly string[] }) {
  const { finder, words } = props;
  const { choice, onChange, t } = finder;
  return (
    <Select
      label={t('finder.effectOf')}
      value={choice.effectRow === null ? MEAN : String(choice.effectRow)}
      options={[
        ...words.map((label, row) => ({ value: String(row), label })),
        { value: MEAN, label: t('finder.effectMean') },
      ]}
      onChange={(value) => onChange({ ...choice, effectRow: value === MEAN ? null : Number(value) })}
    />
  );
}

interface EffectPartProps {
  readonly finder: HeadFinderProps;
  readonly heads: Found['heads'];
}

/** How much the head that matters most matters; and how many, taken singly, are nearly redundant. */
function Summary({ finder, heads, words }: EffectPartProps & { readonly words: readonly string[] }) {
  const { effects, choice, t } = finder;
  const { effectRow } = choice;
  const largest = useMemo(() => largestEffect(heads, effects, effectRow), [heads, effects, effectRow]);
  if (largest === null) return null;
  const { head, most, little, count } = largest;
  const named = { most: effectNumber(t, most), head: shownHead(t, head) };
  return (
    <p className="hf-effects" role="status">
      {effectRow === null
        ? t('finder.effectMostMean', named)
        : t('finder.effectMost', { ...named, word: words[effectRow] ?? '' })}
      {little > 0 ? t('finder.effectLittle', { little, count, least: t.number(LITTLE_NATS) }) : null}
    </p>
  );
}

/** The word whose loss heads are ranked by; how far they are measured, and then what it comes to. */
export function EffectPart({ finder, heads }: EffectPartProps) {
  const { effects, measuring, stopped, t } = finder;
  const words = useWords(finder);
  const done = measuring?.done ?? effects.size;
  const total = measuring?.total ?? heads.length;
  return (
    <>
      <div className="hf-measuring">
        <WordSelect finder={finder} words={words} />
        {done >= total ? null : stopped && measuring === null ? (
          <Button label={t('finder.goOn', { count: total - done })} onPress={finder.onMeasure} />
        ) : (
          <>
            <Button label={t('finder.stop')} onPress={finder.onStop} />
            <ProgressBar label={t('finder.progress', { done, total })} share={done / total} />
          </>
        )}
      </div>
      {done >= total ? <Summary finder={finder} heads={heads} words={words} /> : null}
    </>
  );
}
