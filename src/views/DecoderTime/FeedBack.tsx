import { type RefObject, useLayoutEffect, useState } from 'react';
import type { SizePx } from '../../ui/index.ts';

/** Room that the line keeps from what it passes. */
const GAP_PX = 12;
const BEND_PX = 6;

/** What the line goes between, and what it goes around. */
export interface FeedEnds {
  /** All of the step. */
  readonly root: RefObject<HTMLElement | null>;
  /** The place where the taken word is fed in; not there at the last step. */
  readonly slot: RefObject<HTMLElement | null>;
  /** The word that was taken, in the list of candidates. */
  readonly taken: RefObject<HTMLElement | null>;
  readonly candidates: RefObject<HTMLElement | null>;
}

/** From the taken word around to the place where it is fed in: left, up, across, up. */
function feedPath(ends: FeedEnds): string | null {
  const [origin, to, from, side] = [ends.root, ends.slot, ends.taken, ends.candidates].map((ref) =>
    ref.current?.getBoundingClientRect(),
  );
  if (!origin || !to || !from || !side) return null;
  const [x0, y0] = [from.left - origin.left - 6, from.top + from.height / 2 - origin.top];
  const [x1, y1] = [to.left + to.width / 2 - origin.left, to.bottom - origin.top + 4];
  const gutter = side.left - origin.left - 2 * GAP_PX;
  const level = side.top - origin.top - GAP_PX;
  const turn = Math.sign(x1 - gutter) || 1;
  const head = `M${x1 - 4},${y1 + 5}l4,-5l4,5`;
  // Where the place is right over the gutter there is nothing to go across.
  if (Math.abs(x1 - gutter) < 2 * BEND_PX) {
    return `M${x0},${y0}H${x1 + BEND_PX}q${-BEND_PX},0 ${-BEND_PX},${-BEND_PX}V${y1}${head}`;
  }
  return [
    `M${x0},${y0}H${gutter + BEND_PX}`,
    `q${-BEND_PX},0 ${-BEND_PX},${-BEND_PX}`,
    `V${level + BEND_PX}q0,${-BEND_PX} ${turn * BEND_PX},${-BEND_PX}`,
    `H${x1 - turn * BEND_PX}q${turn * BEND_PX},0 ${turn * BEND_PX},${-BEND_PX}V${y1}${head}`,
  ].join('');
}

/** The line that feeds the taken word back in. Drawn where both ends are on the page; said in words beside it. */
export function FeedBack(props: {
  readonly ends: FeedEnds;
  readonly size: SizePx | null;
  readonly step: number;
}) {
  const { ends, size, step } = props;
  const [path, setPath] = useState<string | null>(null);
  useLayoutEffect(() => {
    // Again with every step and size: the words have other places then.
    setPath(size && step >= 0 ? feedPath(ends) : null);
  }, [ends, size, step]);
  if (!path || !size) return null;
  return (
    <svg className="dt-feed" data-kind="decoder" width={size.width} height={size.height} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
