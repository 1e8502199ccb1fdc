import type { MouseEvent } from 'react';
import type { HeatmapLayout } from '../../layout/index.ts';

/**
 * Where in the layout a pointer is, px from its corner. Over words that stay while the grid is scrolled it is where
 * they stand in the layout, not over what has passed beneath them.
 */
export function gridPoint(event: MouseEvent<HTMLElement>, layout: HeatmapLayout): { x: number; y: number } {
  const grid = event.currentTarget.getBoundingClientRect();
  const [x, y] = [event.clientX - grid.left, event.clientY - grid.top];
  const room = event.currentTarget.closest('.am-scroll')?.getBoundingClientRect();
  if (!room) return { x, y };
  const [stayX, stayY] = [event.clientX - room.left, event.clientY - room.top];
  return { x: stayX < layout.leftPx ? stayX : x, y: stayY < layout.topPx ? stayY : y };
}
