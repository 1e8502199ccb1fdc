import './ActiveChanges.css';
import { SHOWNS } from '../../contract/index.ts';
import { Button, Popover, ToggleGroup } from '../../ui/index.ts';
import type { ActiveChange, ActiveChangesProps } from './props.ts';
import { useFitting } from './useFitting.ts';

/** As the stylesheet has it. */
const GAP_PX = 6;

interface OneProps {
  readonly change: ActiveChange;
  readonly words: ActiveChangesProps['words'];
  readonly onRemove: (id: string) => void;
  /** It does not fit in the line, and waits behind the button. */
  readonly away?: boolean;
}

/** A change, and the button that takes it back. */
function Change({ change, words, onRemove, away = false }: OneProps) {
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
        label={words.remove(change.text)}
        icon="close"
        iconOnly
        look="quiet"
        onPress={() => onRemove(change.id)}
      />
    </li>
  );
}

/** As many changes as one line holds; the others are counted on the button behind it, which lists them all. */
function Line({ changes, words, onRemove, compact = false }: ActiveChangesProps) {
  const [line, fitting] = useFitting<HTMLUListElement>(GAP_PX);
  const away = changes.length - fitting;
  const list = (
    <Popover label={words.all} short={compact ? words.count(changes.length) : words.more(away)}>
      <ul className="changes-list">
        {changes.map((change) => (
          <Change key={change.id} change={change} words={words} onRemove={onRemove} />
        ))}
      </ul>
    </Popover>
  );
  if (compact) return list;
  return (
    <>
      <ul className="changes-line" ref={line}>
        {changes.map((change, i) => (
          <Change key={change.id} change={change} words={words} onRemove={onRemove} away={i >= fitting} />
        ))}
      </ul>
      {away > 0 ? list : null}
    </>
  );
}

/** What is changed in the model, in words, each to take back; and which of the two models is drawn. */
export function ActiveChanges(props: ActiveChangesProps) {
  const { words, shown, onShown, onReset, compact = false } = props;
  return (
    <section className="changes" aria-label={words.label} data-compact={compact || undefined}>
      <Line {...props} />
      <Button label={words.reset} title={words.resetHelp} look="quiet" onPress={onReset} />
      <ToggleGroup
        label={words.shown}
        value={shown}
        options={SHOWNS.map((value) => ({ value, keys: 'b', ...words.shownOption(value) }))}
        onChange={onShown}
      />
    </section>
  );
}
