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

/**
 * A beam search as a tree: one column per step, the chosen sentence on one straight line, the alternatives above and
 * beneath it where their beginnings lead. Sizes in px.
 */
export function beamTree({ beam, dropped, measure, label, rowPx, gapPx }: BeamInput): BeamLayout {
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
  const places: (BeamPlace & { readonly line: number })[] = [
    { ...root, xPx: 0, yPx: 0, widthPx: rootPx, line: 0 },
  ];
  let [x, before, top, firstOfBefore] = [rootPx + gapPx, [] as readonly Row[], 0, 0];
  beam.steps.forEach((nodes, step) => {
    const column = orderColumn(nodes, before, dropped, step === 0);
    top = topLine(column, path[step], top);
    const firstOfThis = places.length;
    let widest = 0;
    column.forEach(({ index, parent }, i) => {
      const node = nodes[index];
      if (!node) return;
      const text = label(node);
      const widthPx = measure(text);
      widest = Math.max(widest, widthPx);
      const { fate, score } = node;
      const chosen = path[step] === index;
      const place = { step, index, text, fate, score, chosen, parent: firstOfBefore + parent };
      places.push({ ...place, xPx: x, yPx: 0, widthPx, line: top + i });
    });
    if (column.length > 0) x += widest + gapPx;
    [before, firstOfBefore] = [column, firstOfThis];
  });
  const lines = places.map(({ line }) => line);
  const highest = Math.min(...lines);
  return {
    places: places.map(({ line, ...place }) => ({ ...place, yPx: (line - highest + 0.5) * rowPx })),
    widthPx: x - gapPx,
    heightPx: (Math.max(...lines) - highest + 1) * rowPx,
  };
}

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

/** The line from a node's right edge to its child's left one. */
export function beamLine(from: BeamPlace, to: BeamPlace): string {
  const [x, middle] = [from.xPx + from.widthPx, (from.xPx + from.widthPx + to.xPx) / 2];
  return `M${x},${from.yPx}C${middle},${from.yPx} ${middle},${to.yPx} ${to.xPx},${to.yPx}`;
}
