import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../ui/index.ts';
import type { ChangePanelProps } from './props.ts';
import './WordOrder.css';

export interface WordOrderProps {
  readonly items: readonly string[];
  readonly onMove: (from: number, to: number) => void;
  readonly t: ChangePanelProps['t'];
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

/** The chip under a point, of these chips. */
function chipAt(chips: readonly Element[], x: number, y: number): number {
  return chips.findIndex((chip) => {
    const box = chip.getBoundingClientRect();
    return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
  });
}

const clamp = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));

/** Which chip has the focus, which is dragged, and how either moves. */
function useChips({ items, onMove, t }: WordOrderProps) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const [toFocus, setToFocus] = useState(false);
  const chips = () => [...(list.current?.children ?? [])].map((item) => item.firstElementChild ?? item);
  const here = clamp(at, items.length);
  useLayoutEffect(() => {
    if (!toFocus) return;
    const chip = list.current?.children[here]?.firstElementChild;
    if (chip instanceof HTMLElement) chip.focus();
    setToFocus(false);
  }, [toFocus, here]);
  const move = (from: number, to: number, focus: boolean) => {
    const target = clamp(to, items.length);
    if (target === from) return;
    onMove(from, target);
    setAt(target);
    setToFocus(focus);
    setSaid(t('panel.positions.moved', { word: items[from] ?? '', place: target + 1 }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Escape' && drag) {
      event.preventDefault();
      setDrag(null);
    }
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) move(here, here + step, true);
    else {
      setAt(clamp(here + step, items.length));
      setToFocus(true);
    }
  };
  const pointers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const from = chipAt(chips(), event.clientX, event.clientY);
      if (from < 0 || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setAt(from);
      setDrag({ from, to: from });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const to = drag ? chipAt(chips(), event.clientX, event.clientY) : -1;
      if (drag && to >= 0 && to !== drag.to) setDrag({ from: drag.from, to });
    },
    onPointerUp: () => {
      if (drag) move(drag.from, drag.to, true);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  };
  return { list, here, setAt, drag, said, move, onKeyDown, pointers };
}

/** Where a dragged word would come to stand. */
const edgeOf = (drag: Drag | null, i: number) =>
  !drag || drag.to !== i || drag.to === drag.from ? undefined : drag.to > drag.from ? 'after' : 'before';

/** The sentence's words as chips: drag one, or take it along with Shift and an arrow key, or press a button. */
export function WordOrder(props: WordOrderProps) {
  const { items, t } = props;
  const { list, here, setAt, drag, said, move, onKeyDown, pointers } = useChips(props);
  return (
    <div className="cp-order">
      <ul
        ref={list}
        className="cp-chips"
        aria-label={t('panel.positions.order')}
        data-dragging={drag !== null || undefined}
        onKeyDown={onKeyDown}
        {...pointers}
      >
        {items.map((word, i) => (
          <li key={`${word} ${i + 1}`} data-edge={edgeOf(drag, i)}>
            <button
              type="button"
              className="cp-chip"
              aria-label={t('panel.positions.word', { word, place: i + 1, count: items.length })}
              aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
              aria-pressed={i === here}
              data-from={drag?.from === i || undefined}
              tabIndex={i === here ? 0 : -1}
              onFocus={() => setAt(i)}
            >
              <bdi>{word}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <div className="cp-row">
        <Button
          label={t('panel.positions.left')}
          icon="left"
          iconOnly
          keys="Shift+ArrowLeft"
          disabled={here === 0}
          onPress={() => move(here, here - 1, false)}
        />
        <Button
          label={t('panel.positions.right')}
          icon="right"
          iconOnly
          keys="Shift+ArrowRight"
          disabled={here >= items.length - 1}
          onPress={() => move(here, here + 1, false)}
        />
        <span className="cp-help">{t('panel.positions.orderHelp')}</span>
      </div>
      <p className="only-spoken" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
