import { type RefObject, useEffect, useRef } from 'react';
import { type HeadPoint, nearestPoint } from '../../layout/index.ts';

/** Nobody needs to hit a dot in its middle. */
const REACH_PX = 20;

export interface NearestEvents {
  readonly onPoint: (point: HeadPoint | null) => void;
  readonly onPick: (point: HeadPoint) => void;
}

/**
 * Leads the pointer to the nearest dot: dots that lie over one another can all be reached. The keys have the dots'
 * own buttons.
 */
export function useNearest(
  room: RefObject<HTMLElement | null>,
  points: readonly HeadPoint[],
  events: NearestEvents,
): void {
  const last = useRef({ points, events });
  useEffect(() => {
    last.current = { points, events };
  });
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const under = ({ clientX, clientY }: MouseEvent): HeadPoint | null => {
      const { left, top } = element.getBoundingClientRect();
      const all = last.current.points;
      return all[nearestPoint(all, clientX - left, clientY - top, REACH_PX) ?? -1] ?? null;
    };
    const move = (event: PointerEvent) => last.current.events.onPoint(under(event));
    const leave = () => last.current.events.onPoint(null);
    const click = (event: MouseEvent) => {
      const point = under(event);
      // A key's click has no place; its own button takes it.
      if (point && event.detail > 0) last.current.events.onPick(point);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('click', click);
    };
  }, [room]);
}
