import './ActiveChanges.css';
import { SHOWNS } from '../../contract/index.ts';
import { Button, Popover, ToggleGroup } from '../../ui/index.ts';
import type { ActiveChange, ActiveChangesProps } from './props.ts';
import { useFitting } from './useFitting.ts';

/** As the stylesheet has it. */
const GAP_PX = 6;

interface OneProps {
  readonly change: ActiveChange;
  readonly t: ActiveChangesProps['t'];
  readonly onRemove: (id: string) => void;
  /** It does not fit in the line, and waits behind the button. */
  readonly away?: boolean;
}

/** A change, and the button that takes it back. */
function Change({ change, t, onRemove, away = false }: OneProps) {
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
        onPress={() => onRemove(change.id)}
      />
    </li>
  );
}

/** As many changes as one line holds; the others are counted on the button behind it, which lists them all. */
function Line({ changes, t, onRemove, compact = false }: ActiveChangesProps) {
  const [line, fitting] = useFitting<HTMLUListElement>(GAP_PX);
  const away = changes.length - fitting;
  const list = (
    <Popover
      label={t('changes.all')}
      short={compact ? t('changes.count', { count: changes.length }) : t('changes.more', { count: away })}
    >
      <ul className="changes-list">
        {changes.map((change) => (
          <Change key={change.id} change={change} t={t} onRemove={onRemove} />
        ))}
      </ul>
    </Popover>
  );
  if (compact) return list;
  return (
    <>
      <ul className="changes-line" ref={line}>
        {changes.map((change, i) => (
          <Change key={change.id} change={change} t={t} onRemove={onRemove} away={i >= fitting} />
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
