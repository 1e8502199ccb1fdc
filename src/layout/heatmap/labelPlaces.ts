import type { FittedLabel } from './labels.ts';

export interface AxisLayout {
  /** T or S labels as they fit. */
  readonly labels: readonly FittedLabel[];
  /** From one row or column to the next. */
  readonly pitchPx: number;
  /** Along the axis, from one label's middle to the next one's, so that neither covers the other. */
  readonly apartPx: number;
  /** How the labels are turned: degrees, counter-clockwise. */
  readonly angleDegrees: number;
}

/** A label that is drawn. */
export interface LabelPlace {
  readonly index: number;
  /** How far it stands from the middle of its row or column, along the axis: 0 as a rule. */
  readonly offPx: number;
}

/** A shift that nobody sees. */
const UNSEEN_PX = 0.01;

/** Ascending, each once, and only those that there are. */
function ascending(indices: readonly number[], count: number): readonly number[] {
  return [...new Set(indices)].filter((i) => i >= 0 && i < count).sort((a, b) => a - b);
}

/**
 * Where labels stand that must all be there: each at its own place, or moved as little as keeps them apart (least
 * squares: neighbours that are too close move as one block), and inside the axis while it has room for all of them.
 */
function moveApart(indices: readonly number[], axis: AxisLayout): readonly LabelPlace[] {
  const { pitchPx, apartPx, labels } = axis;
  const blocks: { sum: number; size: number }[] = [];
  indices.forEach((index, n) => {
    let block = { sum: index * pitchPx - n * apartPx, size: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.size > block.sum / block.size; ) {
      block = { sum: last.sum + block.sum, size: last.size + block.size };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  });
  const most = (labels.length - 1) * pitchPx - (indices.length - 1) * apartPx;
  const starts = blocks.flatMap(({ sum, size }) =>
    Array.from({ length: size }, () => Math.max(0, Math.min(most, sum / size))),
  );
  return indices.map((index, n) => {
    const offPx = (starts[n] ?? 0) + n * apartPx - index * pitchPx;
    return { index, offPx: Math.abs(offPx) < UNSEEN_PX ? 0 : offPx };
  });
}

/** Between two labels, as many more as have room, evenly; another word rather than the same one again. */
function between(from: number, to: number, stride: number, axis: AxisLayout): readonly number[] {
  const { labels } = axis;
  const steps = Math.floor((to - from) / stride);
  const found: number[] = [];
  let last = from;
  for (let n = 1; n < steps; n++) {
    const least = last + stride;
    const meant = Math.max(least, Math.round(from + (n * (to - from)) / steps));
    const near = Array.from({ length: stride }, (_, i) => [meant + i, meant - i]).flat();
    const fits = near.filter((i) => i >= least && i <= to - stride && labels[i] !== undefined);
    const at = fits.find((i) => labels[i]?.text !== labels[last]?.text) ?? fits[0];
    if (at === undefined) break;
    found.push(at);
    last = at;
  }
  return found;
}

/** Evenly spread labels around those that stand already. */
function spread(standing: readonly number[], axis: AxisLayout): readonly number[] {
  const stride = Math.ceil(axis.apartPx / axis.pitchPx);
  const ends = [-stride, ...standing, axis.labels.length - 1 + stride];
  return ends.slice(1).flatMap((to, n) => between(ends[n] ?? 0, to, stride, axis));
}

/**
 * Which labels of an axis to draw, and where. Those of `named` are never left out; others thin out evenly where there
 * is no room for all, and come back when they are pointed at, in place of those they would cover.
 * @param named rows or columns that must bear their word, in any order
 */
export function placeLabels(
  axis: AxisLayout,
  named: readonly number[],
  pointed: number | null,
): readonly LabelPlace[] {
  const { labels, pitchPx, apartPx } = axis;
  if (apartPx <= pitchPx) return labels.map((_, index) => ({ index, offPx: 0 }));
  const standing = ascending(named, labels.length);
  const musts = ascending(pointed === null ? standing : [...standing, pointed], labels.length);
  const placed = moveApart(musts, axis);
  const middleOf = ({ index, offPx }: LabelPlace) => index * pitchPx + offPx;
  const others = spread(standing, axis)
    .filter((index) => !musts.includes(index))
    .map((index) => ({ index, offPx: 0 }))
    .filter((other) =>
      placed.every((must) => Math.abs(middleOf(must) - middleOf(other)) >= apartPx - UNSEEN_PX),
    );
  return [...placed, ...others].sort((a, b) => a.index - b.index);
}
