import { linkHorizontal } from 'd3';
import type { Cell } from '../../contract/index.ts';
import type { ArcsLayout } from './arcsLayout.ts';

const round = (value: number) => Math.round(value * 10) / 10;
const points = (...values: readonly number[]) => values.map(round).join(' ');

/** Between two columns of words: out of one at a right angle, and so into the other. */
const bentAcross = linkHorizontal().digits(1);

/** A word that reads itself: a ring on its port, open even when its line is thickest. */
function ring({ direction, fullArcPx }: ArcsLayout, x: number, y: number): string {
  const radius = 2 + fullArcPx / 2;
  const [dx, dy] = direction === 'row' ? [0, -2 * radius] : [2 * radius, 0];
  const half = `A${points(radius, radius)} 0 1 1 `;
  return `M${points(x, y)}${half}${points(x + dx, y + dy)}${half}${points(x, y)}`;
}

/** The path of an arc from a query to a key, as SVG path data; empty for words that are not there. */
export function arcPath(layout: ArcsLayout, { query, key }: Cell): string {
  const [from, to] = [layout.queries[query], layout.keys[key]];
  if (!from || !to) return '';
  const [x1, y1, x2, y2] = [from.portX, from.portY, to.portX, to.portY];
  const inRow = layout.direction === 'row';
  if (layout.twoLines) return bentAcross({ source: [x1, y1], target: [x2, y2] }) ?? '';
  if (query === key) return ring(layout, x1, y1);
  const half = Math.abs(inRow ? x2 - x1 : y2 - y1) / 2;
  const high = Math.min(half * layout.rise, layout.mostHighPx);
  // Clockwise in a row from left to right, and in a column from top to bottom.
  const sweep = (inRow ? x2 > x1 : y2 > y1) ? 1 : 0;
  const radii = inRow ? points(half, high) : points(high, half);
  return `M${points(x1, y1)}A${radii} 0 0 ${sweep} ${points(x2, y2)}`;
}
