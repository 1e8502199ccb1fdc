import type { BeamNode, PictureBeam } from '../../contract/index.ts';
import { START_SIGN } from '../heatmap/labels.ts';

export interface BeamInput {
  readonly beam: PictureBeam;
  /** Dropped beginnings too; else only those that went on or ended. */
  readonly dropped: boolean;
  /** Width of a node with this text, its padding included. */
  readonly measure: (text: string) => number;
  /** What is written on a node. */
  readonly label: (node: BeamNode & { readonly text: string }) => string;
  /** From one node's top to the next one's in a column, and from a column's widest node to the next column. */
  readonly rowPx: number;
  readonly gapPx: number;
  /** Columns that go beyond this width go on in a band beneath; left out, all are in one. */
  readonly roomPx?: number;
}

/** A node's place; the root, the start mark, has step −1. */
export interface BeamPlace {
  readonly step: number;
  /** In its step's list. */
  readonly index: number;
  readonly text: string;
  readonly fate: BeamNode['fate'];
  readonly score: number;
  /** On the way to the chosen sentence. */
  readonly chosen: boolean;
  /** Its parent's place in `places`; null for the root. */
  readonly parent: number | null;
  /** Left edge, middle line, width. */
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  /** In the first column of a further band: where the parent's line comes in, at its left edge. Else null. */
  readonly entersPx: number | null;
}

export interface BeamLayout {
  /** Column by column from the root, each from the top. */
  readonly places: readonly BeamPlace[];
  readonly widthPx: number;
  readonly heightPx: number;
}

/** For each step the index on the way to the chosen sentence. */
export function chosenPath({ steps, chosen }: PictureBeam): readonly number[] {
  let [step, index] = chosen;
  const path: number[] = [];
  for (; step >= 0; step--) {
    path.unshift(index);
    index = steps[step]?.[index]?.parent ?? 0;
  }
  return path;
}

interface Row {
  readonly index: number;
  /** Place of the parent in the column before, from its top. */
  readonly parent: number;
}

/** A column's nodes in the order of their parents, then best first: so no two lines of the tree cross. */
function orderColumn(
  nodes: readonly BeamNode[],
  before: readonly Row[],
  dropped: boolean,
  first: boolean,
): readonly Row[] {
  const placeOf = (parent: number) => (first ? 0 : before.findIndex((row) => row.index === parent));
  return nodes
    .map((node, index) => ({ index, parent: placeOf(node.parent), node }))
    .filter(({ parent, node }) => parent >= 0 && (dropped || node.fate !== 'dropped'))
    .sort((a, b) => a.parent - b.parent || b.node.score - a.node.score || a.index - b.index)
    .map(({ index, parent }) => ({ index, parent }));
}

/**
 * The line on which a column's first node stands: so that the chosen one is on line 0, or else about level with their
 * parents.
 */
function topLine(column: readonly Row[], chosen: number | undefined, before: number): number {
  const at = column.findIndex((row) => row.index === chosen);
  if (at >= 0) return -at;
  const parents = column.reduce((sum, row) => sum + before + row.parent, 0) / Math.max(1, column.length);
  return Math.round(parents - (column.length - 1) / 2);
}

/** A place before the bands have their heights: `line` counts from the chosen sentence's, downwards. */
interface Lined extends Omit<BeamPlace, 'yPx' | 'entersPx'> {
  readonly line: number;
  readonly band: number;
  /** Its parent's line, where that is in the band before. */
  readonly enters: number | null;
}

/** Between two bands, in rows. */
const BAND_GAP = 0.4;

/** Stands the bands beneath one another, each as high as its lines. */
function stackBands(lined: readonly Lined[], rowPx: number): Pick<BeamLayout, 'places' | 'heightPx'> {
  const tops: number[] = [];
  let rows = 0;
  for (let band = 0; lined.some((place) => place.band === band); band++) {
    const lines = lined
      .filter((place) => place.band === band)
      .flatMap((one) => [one.line, one.enters ?? one.line]);
    const highest = Math.min(...lines);
    if (band > 0) rows += BAND_GAP;
    tops.push(rows - highest);
    rows += Math.max(...lines) - highest + 1;
  }
  const yOf = (line: number, band: number) => (line + (tops[band] ?? 0) + 0.5) * rowPx;
  const places = lined.map(({ line, band, enters, ...place }) => ({
    ...place,
    yPx: yOf(line, band),
    entersPx: enters === null ? null : yOf(enters, band),
  }));
  return { places, heightPx: rows * rowPx };
}

/**
 * A beam search as a tree: one column per step, the chosen sentence on one straight line, the alternatives above and
 * beneath it where their beginnings lead. Sizes in px.
 */
export function beamTree(input: BeamInput): BeamLayout {
  const { beam, dropped, measure, label, rowPx, gapPx, roomPx = Number.POSITIVE_INFINITY } = input;
  const path = chosenPath(beam);
  const rootPx = measure(START_SIGN);
  const root = {
    step: -1,
    index: 0,
    text: START_SIGN,
    fate: 'kept',
    score: 0,
    chosen: true,
    parent: null,
  } as const;
  const places: Lined[] = [{ ...root, xPx: 0, widthPx: rootPx, line: 0, band: 0, enters: null }];
  let [x, before, top, firstOfBefore] = [rootPx + gapPx, [] as readonly Row[], 0, 0];
  let [band, mostPx] = [0, rootPx];
  beam.steps.forEach((nodes, step) => {
    const column = orderColumn(nodes, before, dropped, step === 0);
    top = topLine(column, path[step], top);
    const firstOfThis = places.length;
    const texts = column.map(({ index }) => nodeText(nodes[index], label));
    const widest = Math.max(0, ...texts.map(measure));
    const goesOn = x + widest > roomPx && x > gapPx;
    if (goesOn) [x, band] = [gapPx, band + 1];
    column.forEach(({ index, parent }, i) => {
      const node = nodes[index];
      if (!node) return;
      const { fate, score } = node;
      const text = texts[i] ?? '';
      const enters = goesOn ? (places[firstOfBefore + parent]?.line ?? 0) : null;
      const at = { xPx: x, widthPx: measure(text), line: top + i, band, enters };
      const chosen = path[step] === index;
      places.push({ step, index, text, fate, score, chosen, parent: firstOfBefore + parent, ...at });
    });
    if (column.length > 0) {
      mostPx = Math.max(mostPx, x + widest);
      x += widest + gapPx;
    }
    [before, firstOfBefore] = [column, firstOfThis];
  });
  return { ...stackBands(places, rowPx), widthPx: mostPx };
}

const nodeText = (
  node: PictureBeam['steps'][number][number] | undefined,
  label: BeamInput['label'],
): string => (node ? label(node) : '');

export type BeamKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
export const isBeamKey = (key: string): key is BeamKey => KEYS.includes(key);

/**
 * Where a key leads in the tree: left to the parent, right to the best child, up and down within a step; Home to the
 * root, End to the chosen end.
 */
export function moveInTree(places: readonly BeamPlace[], at: number, key: BeamKey): number {
  const here = places[at];
  if (!here || key === 'Home') return 0;
  if (key === 'End') return places.findLastIndex((place) => place.chosen);
  if (key === 'ArrowLeft') return here.parent ?? at;
  if (key === 'ArrowRight') {
    const children = places.flatMap((place, i) => (place.parent === at ? [i] : []));
    const best = children.find((i) => places[i]?.chosen) ?? children[0];
    return best ?? at;
  }
  const next = at + (key === 'ArrowDown' ? 1 : -1);
  return places[next]?.step === here.step ? next : at;
}

/** A sentence that beam search finished, or the one it took. */
export interface BeamSentence {
  readonly texts: readonly string[];
  readonly score: number;
  readonly chosen: boolean;
}

/** What the tree says, as sentences: the chosen one, then the other finished ones, best first. */
export function beamSentences(beam: PictureBeam, label: BeamInput['label']): readonly BeamSentence[] {
  const sentences = beam.steps.flatMap((nodes, step) =>
    nodes.flatMap((node, index): BeamSentence[] => {
      const chosen = beam.chosen[0] === step && beam.chosen[1] === index;
      if (node.fate !== 'ended' && !chosen) return [];
      const path = chosenPath({ steps: beam.steps, chosen: [step, index] });
      const texts = path.flatMap((at, i) => {
        const one = beam.steps[i]?.[at];
        return one ? [label(one)] : [];
      });
      return [{ texts, score: node.score, chosen }];
    }),
  );
  return sentences.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.score - a.score);
}

/**
 * The line from a node's right edge to its child's left one; where the child begins a further band, out at the right
 * edge and in again at the left one.
 */
export function beamLine(from: BeamPlace, to: BeamPlace, treePx: number): string {
  const right = from.xPx + from.widthPx;
  const [x, y, start] =
    to.entersPx === null
      ? [right, from.yPx, '']
      : [0, to.entersPx, `M${right},${from.yPx}H${Math.max(right, treePx)}`];
  const middle = (x + to.xPx) / 2;
  return `${start}M${x},${y}C${middle},${y} ${middle},${to.yPx} ${to.xPx},${to.yPx}`;
}
