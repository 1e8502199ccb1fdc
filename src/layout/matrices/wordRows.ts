import {
  clamp,
  type FlowSign,
  type FlowSizes,
  flowSizes,
  type Lane,
  type MatrixFlow,
  type MatrixFlowInput,
  type MatrixPlace,
  WORD_AIR_PX,
  WORD_APART,
  type WordsPlace,
} from './matrixPlace.ts';

/** Of the height, what the rows of the queries get, and at most. */
const ROWS_SHARE = 0.75;
const MOST_ROWS_SHARE = 0.84;
/** A cell of A is at most so many times as wide as it is high. */
const MOST_ASPECT = 3;
/** Captions of A and Â have their shape beside them from this width on, in ems. */
const ONE_LINE_EM = 11.5;

interface Heights {
  readonly rowPx: number;
  /** Of what stands above the row of matrices, and the band of words and captions between. */
  readonly topPx: number;
  readonly bandPx: number;
  readonly lines: 1 | 2;
  readonly rowsY: number;
}

function heightsOf({ T, S, heightPx, fontPx, widthPx }: MatrixFlowInput, sizes: FlowSizes): Heights {
  const { onePx, twoPx, deepPx, leastRowPx, mostRowPx } = sizes;
  const isShort = Math.min(S * fontPx * 1.6, widthPx * 0.22) < ONE_LINE_EM * fontPx;
  const bandPx = (isShort ? twoPx : onePx) + deepPx;
  const free = heightPx - twoPx - bandPx;
  const wordPx = fontPx * WORD_APART;
  const share = Math.floor((free * ROWS_SHARE) / Math.max(1, T));
  // Rather all words than a high W.
  const asked = share < wordPx && T * wordPx <= free * MOST_ROWS_SHARE ? wordPx : share;
  const rowPx = clamp(asked, leastRowPx, mostRowPx);
  const least = Math.floor(free * (1 - MOST_ROWS_SHARE));
  const topPx = clamp(free - T * rowPx, Math.max(least, 2 * fontPx), Math.max(least, heightPx * 0.3));
  return { rowPx, topPx, bandPx, lines: isShort ? 2 : 1, rowsY: twoPx + topPx + bandPx };
}

interface Widths {
  readonly wordPx: number;
  readonly headPx: number;
  readonly keysPx: number;
  /** Before A, Â and O, with their words where there is room for them. */
  readonly beforeA: number;
  readonly beforeHat: number;
  readonly beforeO: number;
  readonly roomy: boolean;
}

function widthsOf(input: MatrixFlowInput, sizes: FlowSizes, { topPx, rowPx }: Heights): Widths {
  const { S, widthPx, labelPx, fontPx } = input;
  const { gapPx, deepPx } = sizes;
  const headPx = Math.floor(clamp(widthPx * 0.073, 2.5 * fontPx, 9 * fontPx));
  const wordPx = Math.floor(Math.min(topPx, widthPx * 0.11));
  // W^k stands over the words of A.
  const beforeA = Math.max(headPx + 2 * gapPx, deepPx + gapPx);
  const free = widthPx - labelPx - 8 - wordPx - 2 * headPx - gapPx - beforeA;
  const most = Math.max(3.7 * fontPx, rowPx * MOST_ASPECT * S);
  const wide = 2 * (deepPx + gapPx);
  const roomy = free - wide >= 2 * Math.max(S * fontPx * WORD_APART, 8 * fontPx);
  const beforeHat = roomy ? deepPx + gapPx : Math.round(gapPx * 1.2);
  const plain = roomy ? deepPx + gapPx : gapPx;
  // Over Â, and before V, stand W^v and the words of V.
  const over = deepPx + headPx + 2 * gapPx - beforeHat;
  let keysPx = Math.min(most, (free - beforeHat - plain) / 2);
  let beforeO = Math.max(plain, over - keysPx);
  if (2 * keysPx + beforeHat + beforeO > free) {
    keysPx = Math.max(fontPx, free - beforeHat - over);
    beforeO = Math.max(plain, over - keysPx);
  }
  // A and Â of a word or two are as narrow as they can be: what is still too much comes off I.
  const short = Math.max(0, Math.ceil(2 * keysPx + beforeHat + beforeO - free));
  return {
    wordPx: wordPx - short,
    headPx,
    keysPx: Math.floor(keysPx),
    beforeA,
    beforeHat,
    beforeO,
    roomy,
  };
}

interface Xs {
  readonly I: number;
  readonly Q: number;
  readonly A: number;
  readonly Ahat: number;
  readonly O: number;
}

/** All that the parts of the picture are placed by. */
interface Laid {
  readonly x: Xs;
  readonly high: number;
  readonly heights: Heights;
  readonly widths: Widths;
  readonly sizes: FlowSizes;
}

function placesOf({ x, high, heights, widths, sizes }: Laid): readonly MatrixPlace[] {
  const { topPx, bandPx, lines, rowsY } = heights;
  const { wordPx, headPx, keysPx } = widths;
  const { gapPx, deepPx } = sizes;
  const two = { upPx: 0, lines: 2, align: 'middle' } as const;
  const cells = { upPx: deepPx, lines, align: 'middle' } as const;
  /** Upon the band; a side that meets another in a product is as long as that, where there is room. */
  const above = (height: number) => ({ y: rowsY - bandPx - height, height, turned: false, caption: two });
  const below = { y: rowsY, height: high, turned: false };
  return [
    { name: 'I', x: x.I, width: wordPx, ...below, caption: two },
    { name: 'Wq', x: x.Q, width: headPx, ...above(wordPx) },
    { name: 'Q', x: x.Q, width: headPx, ...below, caption: two },
    { name: 'Wk', x: x.A - gapPx - headPx, width: headPx, ...above(wordPx) },
    { name: 'K', x: x.A, width: keysPx, ...above(Math.min(headPx, topPx)), turned: true },
    { name: 'A', x: x.A, width: keysPx, ...below, caption: cells },
    { name: 'Ahat', x: x.Ahat, width: keysPx, ...below, caption: cells },
    { name: 'Wv', x: x.O - deepPx - gapPx - headPx, width: headPx, ...above(wordPx) },
    { name: 'V', x: x.O, width: headPx, ...above(Math.min(keysPx, topPx)) },
    { name: 'O', x: x.O, width: headPx, ...below, caption: two },
  ];
}

function wordsOf({ x, high, heights, widths, sizes }: Laid): readonly WordsPlace[] {
  const { topPx, bandPx, rowsY } = heights;
  const { keysPx, roomy } = widths;
  const { deepPx } = sizes;
  const left = (at: number) => ({ side: 'left', x: at - deepPx, width: deepPx - WORD_AIR_PX }) as const;
  const up = { side: 'above', y: rowsY - deepPx, height: deepPx - WORD_AIR_PX / 2 } as const;
  const keyHigh = Math.min(keysPx, topPx);
  const query = { axis: 'query', by: 'I', y: rowsY, height: high } as const;
  const key = { axis: 'key', by: 'K', width: keysPx } as const;
  return [
    ...[x.I, x.A, ...(roomy ? [x.Ahat, x.O] : [])].map((at) => ({ ...query, ...left(at) })),
    ...[x.A, x.Ahat].map((at) => ({ ...key, ...up, x: at })),
    { axis: 'key', by: 'V', ...left(x.O), y: rowsY - bandPx - keyHigh, height: keyHigh },
  ];
}

function lanesOf({ x, heights, widths, sizes }: Laid): readonly Lane[] {
  const { wordPx, headPx, keysPx, roomy } = widths;
  const ends = { start: heights.rowsY, pitchPx: heights.rowPx };
  const lane = (from: number, to: number): Lane => ({ along: 'x', from, to, ...ends });
  const words = (at: number) => at - sizes.deepPx;
  return [
    lane(x.I + wordPx, x.Q),
    lane(x.Q + headPx, words(x.A)),
    lane(x.A + keysPx, roomy ? words(x.Ahat) : x.Ahat),
    lane(x.Ahat + keysPx, roomy ? words(x.O) : x.O),
  ];
}

function signsOf({ x, high, heights, widths, sizes }: Laid): readonly FlowSign[] {
  const { rowsY, bandPx } = heights;
  const { roomy, beforeHat } = widths;
  const times = (at: number): FlowSign => {
    return { sign: 'times', upright: false, x: at - sizes.gapPx / 2, y: rowsY - bandPx / 2 };
  };
  const y = roomy ? rowsY - sizes.deepPx / 3 : rowsY + high / 2;
  return [...[x.Q, x.A, x.O].map(times), { sign: 'softmax', upright: !roomy, x: x.Ahat - beforeHat / 2, y }];
}

/** Words are rows: the row of matrices whose rows are the queries, and above it W^q, Kᵀ and V, by which they go on. */
export function wordRows(input: MatrixFlowInput): MatrixFlow {
  const sizes = flowSizes(input);
  const heights = heightsOf(input, sizes);
  const widths = widthsOf(input, sizes, heights);
  const I = Math.ceil(input.labelPx) + 8;
  const Q = I + widths.wordPx + sizes.gapPx;
  const A = Q + widths.headPx + widths.beforeA;
  const Ahat = A + widths.keysPx + widths.beforeHat;
  const O = Ahat + widths.keysPx + widths.beforeO;
  const laid = { x: { I, Q, A, Ahat, O }, high: input.T * heights.rowPx, heights, widths, sizes };
  return {
    places: placesOf(laid),
    words: wordsOf(laid),
    lanes: lanesOf(laid),
    signs: signsOf(laid),
    widthPx: O + widths.headPx,
    heightPx: heights.rowsY + laid.high,
    isPile: false,
  };
}
