import {
  ATTENTION_KINDS,
  type CellsForbidden,
  EngineError,
  FORBID_MODES,
  type HeadSet,
  type Intervention,
  leastSize,
  MASKS,
  type MaskReplaced,
  OFF_WAYS,
  PARTS,
  POSITION_WAYS,
  type PositionsReplaced,
  type ScaleReplaced,
} from '../../contract/index.ts';

/** Scores stay far within float32, whatever the model's q·k. */
const LARGEST_FACTOR = 1e6;
/** Beyond this, float64 sines of a position lose digits. */
const FARTHEST = 1e6;

type Refuse = (part: string, expected: string, got: unknown) => never;

const isIndex = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const oneOf = (words: readonly string[]): string => words.join(', ');

function checkWord(words: readonly string[], word: string, part: string, refuse: Refuse): void {
  if (!words.includes(word)) refuse(part, oneOf(words), word);
}

function checkHeads({ kind, layer, heads }: HeadSet, refuse: Refuse): void {
  checkWord(ATTENTION_KINDS, kind, 'kind', refuse);
  if (layer !== null && !isIndex(layer)) refuse('layer', 'a whole number from 0, or null', layer);
  const bad = heads?.find((head) => !isIndex(head));
  if (bad !== undefined) refuse('heads', 'whole numbers from 0, or null', bad);
}

function checkCells({ mode, cells }: CellsForbidden, refuse: Refuse): void {
  checkWord(FORBID_MODES, mode, 'mode', refuse);
  for (const { query, key } of cells) {
    for (const place of [query, key])
      if (place !== null && !isIndex(place)) refuse('cells', 'positions from 0, or null', place);
  }
}

function checkMask({ mask, size }: MaskReplaced, refuse: Refuse): void {
  checkWord(MASKS, mask, 'mask', refuse);
  const least = leastSize(mask);
  if (least !== null && !(Number.isInteger(size) && size >= least))
    refuse('size', `a whole number from ${least}`, size);
}

function checkScale({ factor }: ScaleReplaced, refuse: Refuse): void {
  if (factor !== null && !(Math.abs(factor) <= LARGEST_FACTOR))
    refuse('factor', `a number from ${-LARGEST_FACTOR} to ${LARGEST_FACTOR}, or null`, factor);
}

function checkPositions({ part, way, by, seed }: PositionsReplaced, refuse: Refuse): void {
  checkWord(PARTS, part, 'part', refuse);
  checkWord(POSITION_WAYS, way, 'way', refuse);
  if (way === 'shifted' && !(Number.isInteger(by) && Math.abs(by) <= FARTHEST))
    refuse('by', `a whole number from ${-FARTHEST} to ${FARTHEST}`, by);
  if (way === 'shuffled' && !Number.isSafeInteger(seed)) refuse('seed', 'a whole number', seed);
}

function checkChange(change: Intervention, refuse: Refuse): void {
  checkWord(['off', 'forbid', 'mask', 'scale', 'positions'], change.type, 'type', refuse);
  if (change.type === 'positions') checkPositions(change, refuse);
  else checkHeads(change, refuse);
  if (change.type === 'off') checkWord(OFF_WAYS, change.way, 'way', refuse);
  if (change.type === 'forbid') checkCells(change, refuse);
  if (change.type === 'mask') checkMask(change, refuse);
  if (change.type === 'scale') checkScale(change, refuse);
}

/**
 * Layers, heads and cells that the model or the sentence does not have are no fault. @throws EngineError
 * `bad-request`
 */
export function checkChanges(changes: readonly Intervention[]): void {
  changes.forEach((change, i) => {
    checkChange(change, (part, expected, got) => {
      throw new EngineError('bad-request', 'run', `changes[${i}].${part}`, expected, String(got));
    });
  });
}
