import type { MouseEvent } from 'react';
import type { HeatmapLayout } from '../../layout/index.ts';
import type { PressedAt } from '../shared/useLongPress.ts';

/**
 * Where in the layout a place of the viewport is, px from its corner. Over words that stay while the grid is scrolled
 * it is where they stand in the layout, not over what has passed beneath them.
 */
export function pointIn(element: Element, at: PressedAt, layout: HeatmapLayout): { x: number; y: number } {
  const grid = element.getBoundingClientRect();
  const [x, y] = [at.clientX - grid.left, at.clientY - grid.top];
  const room = element.closest('.am-scroll')?.getBoundingClientRect();
  if (!room) return { x, y };
  const [stayX, stayY] = [at.clientX - room.left, at.clientY - room.top];
  return { x: stayX < layout.leftPx ? stayX : x, y: stayY < layout.topPx ? stayY : y };
}

/** Likewise of a pointer over the grid. */
export const gridPoint = (event: MouseEvent<HTMLElement>, layout: HeatmapLayout): { x: number; y: number } =>
  pointIn(event.currentTarget, event, layout);
