import type { CSSProperties } from 'react';
import type { Arc, ArcsLayout } from '../../layout/index.ts';

/** How strong an arc is at the word that reads; at the word it reads it has its full ink. */
const AT_READER = 0.25;

const DIRECTIONS = ['on', 'back'] as const;
type Direction = (typeof DIRECTIONS)[number];

/** Along which side of the picture arcs lead: links between two lines go across them, other arcs along the line. */
const isAcross = ({ direction, twoLines }: ArcsLayout): boolean => (direction === 'row') !== twoLines;

const nameOf = (id: string, ink: 'plus' | 'minus', to: Direction) => `${id}-${ink}-${to}`;

/** An arc's ink grows from the word that reads to the word it reads; a word that reads itself has one ink. */
export function inkOf(
  id: string,
  { twoLines }: ArcsLayout,
  { query, key, weight }: Arc,
): CSSProperties | undefined {
  if (!twoLines && query === key) return undefined;
  const to = twoLines || key > query ? 'on' : 'back';
  return { stroke: `url(#${nameOf(id, weight < 0 ? 'minus' : 'plus', to)})` };
}

/** The inks that `inkOf` names. */
export function ArcInks(props: {
  readonly id: string;
  readonly layout: ArcsLayout;
  readonly inks: { readonly plus: string; readonly minus: string };
}) {
  const { id, layout, inks } = props;
  const [query, key] = [layout.queries[0], layout.keys[0]];
  if (!query || !key) return null;
  const across = isAcross(layout);
  // A link straight down has no width: shares of its own box would be of nothing.
  const ends = layout.twoLines
    ? { from: across ? query.portX : query.portY, to: across ? key.portX : key.portY }
    : { from: '0%', to: '100%' };
  const line = (from: number | string, to: number | string) =>
    across ? { x1: from, x2: to, y1: 0, y2: 0 } : { x1: 0, x2: 0, y1: from, y2: to };
  return (
    <defs>
      {(['plus', 'minus'] as const).flatMap((ink) =>
        DIRECTIONS.map((to) => (
          <linearGradient
            key={`${ink} ${to}`}
            id={nameOf(id, ink, to)}
            gradientUnits={layout.twoLines ? 'userSpaceOnUse' : 'objectBoundingBox'}
            {...(to === 'on' ? line(ends.from, ends.to) : line(ends.to, ends.from))}
          >
            <stop offset="0" stopColor={inks[ink]} stopOpacity={AT_READER} />
            <stop offset="0.7" stopColor={inks[ink]} />
          </linearGradient>
        )),
      )}
    </defs>
  );
}
