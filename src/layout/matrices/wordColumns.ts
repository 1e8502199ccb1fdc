import {
  clamp,
  type FlowSign,
  flowSizes,
  type Lane,
  type MatrixFlow,
  type MatrixFlowInput,
  type MatrixPlace,
  WORD_AIR_PX,
  type WordsPlace,
} from './matrixPlace.ts';

/** Of the height, what the rows of A get; of the rest, what the side as long as a word's vector gets. */
const CELLS_SHARE = 0.63;
const WORD_SHARE = 0.6;
/** A cell of A is at most so many times as wide as it is high. */
const MOST_ASPECT = 4;
/** Captions of a map, and of V, in ems. */
const MAP_EM = 7;
const VALUES_EM = 10.5;
/** A caption stands across the lanes: so much of each is seen above it and below, in ems. */
const STUB_EM = 0.4;

/** Sizes of the sides, px, and where the two piles begin. */
function sidesOf(input: MatrixFlowInput) {
  const { T, S, widthPx, heightPx, fontPx, labelPx } = input;
  const sizes = flowSizes(input);
  const { gapPx, onePx, deepPx, leastRowPx, mostRowPx } = sizes;
  const stubPx = Math.round(STUB_EM * fontPx);
  const lanePx = onePx + 2 * stubPx;
  const free = heightPx - onePx - 2 * lanePx - deepPx;
  const rowPx = clamp(Math.floor((free * CELLS_SHARE) / Math.max(1, S)), leastRowPx, mostRowPx);
  const rest = Math.max(free - S * rowPx, free * (1 - CELLS_SHARE));
  const wordPx = Math.floor(clamp(rest * WORD_SHARE, 1.5 * fontPx, 9 * fontPx));
  // The maps stand one over another beside I and its words.
  const mostHeadPx = Math.min(6 * fontPx, (deepPx + wordPx - onePx) / 2);
  const headPx = Math.floor(clamp(rest * (1 - WORD_SHARE), Math.min(fontPx, mostHeadPx), mostHeadPx));
  const high = S * rowPx;
  const first = Math.ceil(Math.max(labelPx + 8 + headPx, wordPx, MAP_EM * fontPx) + gapPx);
  const valuesPx = Math.floor(clamp(high, 5 * fontPx, widthPx * 0.2));
  const between = Math.max(valuesPx, VALUES_EM * fontPx) + 2 * gapPx + deepPx;
  const most = Math.max(9 * fontPx, rowPx * MOST_ASPECT * T);
  const columnsPx = Math.floor(Math.max(fontPx, Math.min(most, (widthPx - first - between) / 2)));
  const second = first + columnsPx + between;
  return { ...sizes, stubPx, lanePx, wordPx, headPx, high, first, valuesPx, columnsPx, second };
}

type Sides = ReturnType<typeof sidesOf>;

/** Where the matrices begin from the top and from the left, px. */
function cornersOf({ gapPx, onePx, lanePx, deepPx, ...sides }: Sides) {
  const { wordPx, headPx, high, first, second, valuesPx } = sides;
  const iY = onePx + deepPx;
  const qY = iY + wordPx + lanePx;
  const aY = qY + headPx + lanePx;
  const bottom = Math.max(aY + high, onePx + lanePx + deepPx + high + headPx);
  const oY = bottom - headPx;
  const between = second - deepPx - gapPx - (first + sides.columnsPx);
  const valuesX = second - deepPx - gapPx - (between + valuesPx - gapPx) / 2;
  return { iY, qY, aY, oY, hatY: oY - lanePx - high, bottom, left: first - gapPx, valuesX };
}

type Corners = ReturnType<typeof cornersOf>;

function placesOf(sides: Sides, corners: Corners): readonly MatrixPlace[] {
  const { wordPx, headPx, high, onePx, deepPx, first, second, columnsPx } = sides;
  const { iY, qY, aY, oY, hatY, left } = corners;
  const middle = { upPx: 0, lines: 1, align: 'middle' } as const;
  const underWords = { ...middle, upPx: deepPx };
  const onLanes = { ...middle, upPx: sides.stubPx };
  const end = { upPx: 0, lines: 1, align: 'end' } as const;
  /** Maps one over another, the last beside what it makes. */
  const map = (name: 'Wq' | 'Wk' | 'Wv', up: number): MatrixPlace => {
    const y = qY - up * (headPx + onePx);
    return { name, x: left - wordPx, y, width: wordPx, height: headPx, turned: true, caption: end };
  };
  const at = { x: first, width: columnsPx, turned: true };
  const after = { x: second, width: columnsPx, turned: true };
  const values = { x: corners.valuesX, y: oY, width: sides.valuesPx, height: headPx };
  return [
    { name: 'I', ...at, y: iY, height: wordPx, caption: underWords },
    map('Wq', 0),
    { name: 'Q', ...at, y: qY, height: headPx, caption: onLanes },
    map('Wk', 1),
    { name: 'K', x: left - headPx, y: aY, width: headPx, height: high, turned: false, caption: end },
    { name: 'A', ...at, y: aY, height: high, caption: onLanes },
    { name: 'Ahat', ...after, y: hatY, height: high, caption: underWords },
    map('Wv', 2),
    { name: 'V', ...values, turned: true, caption: underWords },
    { name: 'O', ...after, y: oY, height: headPx, caption: onLanes },
  ];
}

function wordsOf(sides: Sides, { iY, aY, oY, hatY, left, valuesX }: Corners): readonly WordsPlace[] {
  const { headPx, high, deepPx, first, second, columnsPx, valuesPx } = sides;
  const up = (y: number) => ({ side: 'above', y: y - deepPx, height: deepPx - WORD_AIR_PX / 2 }) as const;
  const query = { axis: 'query', by: 'I', width: columnsPx } as const;
  const beside = (to: number, y: number): WordsPlace => {
    const box = { x: to - deepPx, y, width: deepPx - WORD_AIR_PX, height: high };
    return { axis: 'key', by: 'K', side: 'left', ...box };
  };
  return [
    { ...query, ...up(iY), x: first },
    { ...query, ...up(hatY), x: second },
    { axis: 'key', by: 'V', ...up(oY), x: valuesX, width: valuesPx },
    beside(left - headPx, aY),
    beside(second, hatY),
  ];
}

function signsOf(sides: Sides, { qY, aY, oY }: Corners): readonly FlowSign[] {
  const { gapPx, onePx, deepPx, first, second, columnsPx } = sides;
  const times = (x: number, y: number): FlowSign => {
    return { sign: 'times', upright: false, x: x - gapPx / 2, y: y - onePx / 2 };
  };
  const [x, y] = [(first + columnsPx + second - deepPx) / 2, oY - deepPx - 1.6 * onePx];
  const softmax: FlowSign = { sign: 'softmax', upright: false, x, y };
  return [times(first, qY), times(first, aY), times(second, oY), softmax];
}

/**
 * Words are columns, as in the lecture: I, Q and A one under another with W^q and Kᵀ left of what they make, then Â
 * over O with V left of it.
 */
export function wordColumns(input: MatrixFlowInput): MatrixFlow {
  const sides = sidesOf(input);
  const corners = cornersOf(sides);
  const { wordPx, headPx, high, first, second, columnsPx } = sides;
  const { iY, qY, aY, oY, hatY, bottom } = corners;
  const pitchPx = columnsPx / Math.max(1, input.T);
  const lane = (from: number, to: number, start: number): Lane => ({ along: 'y', from, to, start, pitchPx });
  return {
    places: placesOf(sides, corners),
    words: wordsOf(sides, corners),
    lanes: [lane(iY + wordPx, qY, first), lane(qY + headPx, aY, first), lane(hatY + high, oY, second)],
    signs: signsOf(sides, corners),
    widthPx: second + columnsPx,
    heightPx: bottom,
    isPile: false,
  };
}
