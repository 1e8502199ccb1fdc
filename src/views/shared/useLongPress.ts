import { type MouseEvent, type PointerEvent, useRef } from 'react';

/** So long a finger rests before it asks for more than a tap does, ms; and how far it may slip meanwhile, px. */
const LONG_MS = 500;
const SLIP_PX = 10;

/** Where the finger rests, in viewport coordinates, px. */
export interface PressedAt {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * A finger that rests. The click that follows when it is lifted is not one; a long press's own context menu, where
 * the browser has one, comes to the same.
 */
export function useLongPress(onLong: (element: HTMLElement, at: PressedAt) => void) {
  const timer = useRef<number | null>(null);
  const from = useRef({ x: 0, y: 0 });
  const done = useRef(false);
  const stop = () => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      stop();
      done.current = false;
      if (event.pointerType !== 'touch') return;
      const element = event.currentTarget;
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = window.setTimeout(() => {
        done.current = true;
        onLong(element, { clientX: from.current.x, clientY: from.current.y });
      }, LONG_MS);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > SLIP_PX) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    /** Whether a click is only the end of a long press. */
    isEnd: (event: MouseEvent): boolean => {
      if (!done.current) return false;
      done.current = false;
      event.preventDefault();
      return true;
    },
  };
}
