import { type RefObject, useLayoutEffect } from 'react';
import type { Cell } from '../../contract/index.ts';
import './scroll.css';
import { cellRect, type HeatmapLayout } from '../../layout/index.ts';

/** So much of the neighbours stays in sight, too, in cells. */
const AROUND = 1;

/** How far to scroll along one axis so that from … to is in sight behind a gutter. */
function nearest(now: number, from: number, to: number, gutter: number, room: number): number {
  return Math.max(Math.min(now, from - gutter), to - room);
}

/**
 * A grid larger than its room: the words along its axes stay in sight while it is scrolled (their shift are the
 * properties --am-x and --am-y), its edges say where there is more (`data-more`), and a cell that is pinned or
 * reached by the keys comes into sight.
 */
export function useScrolling(
  roomRef: RefObject<HTMLElement | null>,
  layout: HeatmapLayout | null,
  scrolls: boolean,
  cell: Cell | null,
): void {
  useLayoutEffect(() => {
    const room = roomRef.current;
    if (!room || !scrolls) return;
    const follow = () => {
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = room;
      room.style.setProperty('--am-x', `${scrollLeft}px`);
      room.style.setProperty('--am-y', `${scrollTop}px`);
      const more = [
        ...(scrollLeft > 1 ? ['left'] : []),
        ...(scrollTop > 1 ? ['above'] : []),
        ...(scrollWidth - clientWidth - scrollLeft > 1 ? ['right'] : []),
        ...(scrollHeight - clientHeight - scrollTop > 1 ? ['below'] : []),
      ];
      room.dataset.more = more.join(' ');
    };
    follow();
    room.addEventListener('scroll', follow);
    const watch = new ResizeObserver(follow);
    for (const child of room.children) watch.observe(child);
    return () => {
      watch.disconnect();
      room.removeEventListener('scroll', follow);
      room.style.removeProperty('--am-x');
      room.style.removeProperty('--am-y');
      delete room.dataset.more;
    };
  }, [roomRef, scrolls]);
  const { query = -1, key = -1 } = cell ?? {};
  useLayoutEffect(() => {
    const room = roomRef.current;
    if (!room || !layout || !scrolls || query < 0) return;
    const { x, y, width, height } = cellRect(layout, { query, key });
    const around = AROUND * layout.cellWidthPx;
    room.scrollTo({
      left: nearest(room.scrollLeft, x - around, x + width + around, layout.leftPx, room.clientWidth),
      top: nearest(room.scrollTop, y - around, y + height + around, layout.topPx, room.clientHeight),
      behavior: 'instant',
    });
  }, [roomRef, layout, scrolls, query, key]);
}
