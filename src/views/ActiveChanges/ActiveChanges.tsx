import './ActiveChanges.css';
import { useMemo } from 'react';
import { type AttentionKind, SHOWNS } from '../../contract/index.ts';
import { Button, Popover, ToggleGroup } from '../../ui/index.ts';
import { changeText, decodingText } from './changeText.ts';
import type { ActiveChangesProps } from './props.ts';
import { useFitting } from './useFitting.ts';

/** As the stylesheet has it. */
const GAP_PX = 6;

/** One change, in words. */
interface ActiveChange {
  readonly id: string;
  readonly text: string;
  /** The kind of attention it concerns, for its hue; null for what concerns the whole model. */
  readonly kind: AttentionKind | null;
  readonly remove: () => void;
}

/** The changes inside the model, and after them how the words are taken. */
function useChanges(props: ActiveChangesProps): readonly ActiveChange[] {
  const { lines, onRemove, decoding, onGreedy, t } = props;
  const texts = useMemo(() => lines.map(({ meaning }) => changeText(t, meaning)), [lines, t]);
  const changes = lines.map(
    (line, i): ActiveChange => ({
      id: line.id,
      text: texts[i] ?? '',
      kind: 'place' in line.meaning ? line.meaning.place.kind : null,
      remove: () => onRemove(line),
    }),
  );
  if (decoding === null) return changes;
  return [...changes, { id: 'decoding', text: decodingText(t, decoding), kind: null, remove: onGreedy }];
}

interface OneProps {
  readonly change: ActiveChange;
  readonly t: ActiveChangesProps['t'];
  /** It does not fit in the line, and waits behind the button. */
  readonly away?: boolean;
}

/** A change, and the button that takes it back. */
function Change({ change, t, away = false }: OneProps) {
  return (
    <li
      className="changes-one"
      data-kind={change.kind ?? undefined}
      data-away={away || undefined}
      inert={away}
    >
      <span className="changes-text" title={change.text}>
        {change.text}
      </span>
      <Button
        label={t('changes.remove', { change: change.text })}
        icon="close"
        iconOnly
        look="quiet"
        onPress={change.remove}
      />
    </li>
  );
}

/** As many changes as one line holds; the others are counted on the button behind it, which lists them all. */
function Line(props: ActiveChangesProps) {
  const { t, compact = false } = props;
  const changes = useChanges(props);
  const [line, fitting] = useFitting<HTMLUListElement>(GAP_PX);
  const away = changes.length - fitting;
  const list = (
    <Popover
      label={t('changes.all')}
      short={compact ? t('changes.count', { count: changes.length }) : t('changes.more', { count: away })}
    >
      <ul className="changes-list">
        {changes.map((change) => (
          <Change key={change.id} change={change} t={t} />
        ))}
      </ul>
    </Popover>
  );
  if (compact) return list;
  return (
    <>
      <ul className="changes-line" ref={line}>
        {changes.map((change, i) => (
          <Change key={change.id} change={change} t={t} away={i >= fitting} />
        ))}
      </ul>
      {away > 0 ? list : null}
    </>
  );
}

/** What is changed in the model, in words, each to take back; and which of the two models is drawn. */
export function ActiveChanges(props: ActiveChangesProps) {
  const { t, shown, onShown, onReset, compact = false } = props;
  return (
    <section className="changes" aria-label={t('changes.label')} data-compact={compact || undefined}>
      <Line {...props} />
      <Button label={t('changes.reset')} title={t('changes.resetHelp')} look="quiet" onPress={onReset} />
      <ToggleGroup
        label={t('changes.shown')}
        value={shown}
        options={SHOWNS.map((value) => ({
          value,
          keys: 'b',
          label: t(`changes.shown.${value}`),
          title: t(`changes.shown.${value}Help`),
        }))}
        onChange={onShown}
      />
    </section>
  );
}
