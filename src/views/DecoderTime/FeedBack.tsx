import { type RefObject, useLayoutEffect, useState } from 'react';
import type { SizePx } from '../../ui/index.ts';

/** Room that the line keeps from what it passes. */
const GAP_PX = 12;
const BEND_PX = 6;

/** From the taken word around to the place where it is fed in: left, up, across, up. */
function feedPath(root: HTMLElement): string | null {
  const slot = root.querySelector('.dt-slot');
  const taken = root.querySelector('[data-taken]');
  const list = root.querySelector('.dt-candidates');
  if (!slot || !taken || !list) return null;
  const origin = root.getBoundingClientRect();
  const [to, from, side] = [slot, taken, list].map((element) => element.getBoundingClientRect());
  if (!to || !from || !side) return null;
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
  readonly root: RefObject<HTMLElement | null>;
  readonly size: SizePx | null;
  readonly step: number;
}) {
  const { root, size, step } = props;
  const [path, setPath] = useState<string | null>(null);
  useLayoutEffect(() => {
    // Again with every step and size: the words have other places then.
    const element = size && step >= 0 ? root.current : null;
    setPath(element && feedPath(element));
  }, [root, size, step]);
  if (!path || !size) return null;
  return (
    <svg className="dt-feed" data-kind="decoder" width={size.width} height={size.height} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
