import { useId, useState } from 'react';
import type { HeadAt } from '../../contract/index.ts';
import { headKey, headName, NAME_MOST, type Standing } from '../../layout/index.ts';
import { Button } from '../../ui/index.ts';
import { shownHead, spokenHead } from '../shared/headNames.ts';
import { KindSign } from '../shared/KindSign.tsx';
import { spokenOf } from '../shared/marks.ts';
import type { HeadFinderProps } from './props.ts';
import { valueText } from './valueText.ts';

/** The name is taken at Enter or when the field is left; Escape gives the old one back. */
function NameField({ finder, place }: { readonly finder: HeadFinderProps; readonly place: HeadAt }) {
  const { names, onName, t } = finder;
  const kept = names.get(headKey(place)) ?? '';
  const [draft, setDraft] = useState(kept);
  const [seen, setSeen] = useState(kept);
  if (kept !== seen) {
    setSeen(kept);
    setDraft(kept);
  }
  const id = useId();
  const keep = () => {
    const name = headName(draft);
    setDraft(name ?? '');
    if ((name ?? '') !== kept) onName(place, name);
  };
  return (
    <span className="hf-name">
      <label className="only-spoken" htmlFor={id}>
        {t('finder.name', { head: spokenHead(t, place) })}
      </label>
      <input
        id={id}
        type="text"
        className="hf-name-text"
        value={draft}
        maxLength={NAME_MOST}
        placeholder={t('finder.namePlaceholder')}
        autoComplete="off"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') setDraft(kept);
        }}
      />
    </span>
  );
}

/** Where the head stands among all in the measure of the list, whatever is listed. */
function StandingLine({
  finder,
  standing,
}: {
  readonly finder: HeadFinderProps;
  readonly standing: Standing;
}) {
  const { t, choice, picture } = finder;
  const token = choice.measure === 'effect' && picture.steps[choice.effectRow ?? -1]?.token;
  const values = {
    place: standing.place,
    count: standing.count,
    value: valueText(t, choice.measure, standing.value),
    by: token ? (spokenOf([token], t)[0] ?? '') : t(`finder.${choice.measure}`),
  };
  return <p className="hf-standing">{t(token ? 'finder.standingFor' : 'finder.standing', values)}</p>;
}

/** The chosen head: what it is called, where it stands, what it was measured to do, the way to its large picture. */
export function HeadCard(props: { readonly finder: HeadFinderProps; readonly standing: Standing | null }) {
  const { finder, standing } = props;
  const { chosen, labels, t, onOpen } = finder;
  const { kind, layer } = chosen;
  const head = chosen.heads[0] ?? 0;
  const place = { kind, layer, head };
  const label = labels.find((one) => one.kind === kind && one.layer === layer && one.head === head);
  return (
    <section className="hf-card" data-kind={kind} aria-label={shownHead(t, place)}>
      <h3 className="hf-head">
        <KindSign kind={kind} />
        {shownHead(t, place)}
      </h3>
      {standing ? <StandingLine finder={finder} standing={standing} /> : null}
      {label ? <p className="hf-quiet">{label.text}</p> : null}
      <div className="hf-card-acts">
        <NameField key={headKey(place)} finder={finder} place={place} />
        <Button label={t('finder.open')} onPress={onOpen} />
      </div>
    </section>
  );
}
