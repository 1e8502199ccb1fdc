import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import type { HeadAt } from '../../contract/index.ts';
import { actOfKey, HEAD_ON, type HeadAct, type ShownHeadState } from '../shared/headStates.ts';
import type { RowContext } from './rowContext.ts';
import './HeadThumb.css';
import { useLongPress } from '../shared/useLongPress.ts';

export interface HeadThumbProps {
  readonly at: HeadAt;
  /** The number of its row among the figure's, for the keyboard. */
  readonly row: number;
  readonly chosen: boolean;
  readonly style: CSSProperties;
  readonly context: RowContext;
}

/** Marks of its state for the style sheet; none on a head that is as it was. */
const marksOf = ({ off, hidden, changed }: ShownHeadState) => ({
  'data-off': off ?? undefined,
  'data-hidden': hidden || undefined,
  'data-changed': changed || undefined,
});

const asksMenu = ({ key, shiftKey }: KeyboardEvent) => key === 'ContextMenu' || (shiftKey && key === 'F10');

/** The button over a head's picture: opens it; with a right click, a resting finger or a key, its menu. */
export function HeadThumb({ at, row, chosen, style, context }: HeadThumbProps) {
  const { roving, changed, onMenu } = context;
  const state = changed?.stateOf(at) ?? HEAD_ON;
  const act = changed?.onAct && ((what: HeadAct) => changed.onAct?.(what, at));
  const isStop = roving.stop.row === row && roving.stop.head === at.head;
  const press = useLongPress((element) => act && onMenu(at, element));
  const choose = (event: MouseEvent) => {
    if (press.isEnd(event)) return;
    context.onChoose(at.kind, at.layer, at.head, event.shiftKey || event.ctrlKey || event.metaKey);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const asked = act && plain ? actOfKey(event.key.toLowerCase(), state) : null;
    if (act && asked) act(asked);
    else if (act && asksMenu(event)) onMenu(at, event.currentTarget);
    else return roving.onKeyDown(event);
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className="figure-head"
      aria-label={context.nameOf(at, chosen, state)}
      aria-pressed={chosen}
      aria-keyshortcuts={act ? 'x h Shift+F10' : undefined}
      tabIndex={isStop ? 0 : -1}
      style={style}
      {...marksOf(state)}
      ref={(button) => roving.register({ row, head: at.head }, button)}
      onKeyDown={onKeyDown}
      onPointerDown={press.onPointerDown}
      onPointerMove={press.onPointerMove}
      onPointerUp={press.onPointerUp}
      onPointerCancel={press.onPointerCancel}
      onContextMenu={(event) => {
        if (!act) return;
        event.preventDefault();
        onMenu(at, event.currentTarget);
      }}
      onPointerEnter={() => context.onPoint(at)}
      onPointerLeave={() => context.onPoint(null)}
      onBlur={() => {
        roving.onBlur();
        context.onPoint(null);
      }}
      onFocus={() => {
        roving.onFocusAt({ row, head: at.head });
        context.onPoint(at);
      }}
      onClick={choose}
    />
  );
}
