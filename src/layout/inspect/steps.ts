import type { CellFate, OffWay } from '../../contract/index.ts';
import type { Check } from './check.ts';
import type { Sum, Term, Vector } from './sum.ts';

/** The maps of a head that make something of a word's vector. */
export type MapName = 'q' | 'k' | 'v';

/** One of them. */
export interface HeadMap {
  /** [D, Dh]: the lecture's row n is column n here. */
  readonly weights: Float32Array;
  /** [Dh] */
  readonly bias: Float32Array;
}

/** One number of q, k or v: a row of its map times a, number by number, and the bias. */
export interface MappedNumber {
  readonly map: MapName;
  readonly dimension: number;
  /** [D]: aⁱ, or aʲ for k and v. */
  readonly input: Vector;
  /** [D]: the row of the map. */
  readonly weights: Vector;
  /** [D]: their products. */
  readonly terms: Vector;
  /** What they and the bias come to. Terms are indexed by a's dimensions. */
  readonly sum: Sum;
}

/** aⁱ to qⁱ, aʲ to kʲ and vʲ. */
export interface ProjectStep {
  readonly name: 'project';
  /** [D] each. */
  readonly queryInput: Vector;
  readonly keyInput: Vector;
  /** [Dh] each. */
  readonly q: Vector;
  readonly k: Vector;
  readonly v: Vector;
  /** The dimension of q that is followed at first: the one with the largest product. */
  readonly dimension: number;
  /** The head's three maps, of which `mappedNumber` takes a row. */
  readonly maps: Readonly<Record<MapName, HeadMap>>;
  readonly checks: readonly Check[];
}

/** qⁱ and kʲ, number by number. */
export interface ProductsStep {
  readonly name: 'products';
  readonly q: Vector;
  readonly k: Vector;
  readonly products: Vector;
  /** The largest product above 0 and the largest below, as terms; null when there is none. */
  readonly plus: Term | null;
  readonly minus: Term | null;
  readonly decimals: number;
  readonly factorDecimals: number;
  readonly checks: readonly Check[];
}

/** The products, added up. */
export interface DotStep {
  readonly name: 'dot';
  /** Largest size first, as the sum is written. */
  readonly products: Vector;
  /** The dimension of each of them. */
  readonly order: readonly number[];
  readonly sum: Sum;
  readonly checks: readonly Check[];
}

/** q·k ÷ √d. */
export interface ScaleStep {
  readonly name: 'scale';
  /** Dh */
  readonly d: number;
  /** Besides ÷ √d; null: not divided at all. */
  readonly factor: number | null;
  readonly dot: number;
  readonly dotDecimals: number;
  readonly rootDecimals: number;
  /** The Frame's α. */
  readonly alpha: number;
  readonly alphaDecimals: number;
  /** q·k of the query with every key, and the Frame's α: [S] each. */
  readonly before: Float64Array;
  readonly after: Float32Array;
  readonly checks: readonly Check[];
}

/** Which keys the query may read. */
export interface MaskStep {
  readonly name: 'mask';
  /** [S] */
  readonly fates: readonly CellFate[];
  readonly fate: CellFate;
  /** The row's α before the mask, from the Frame: [S]. */
  readonly row: Float32Array;
  readonly alpha: number;
  /** The row's α̂, from the Frame: [S]. */
  readonly weights: Float32Array;
  /** What the softmax gets: α, or −∞. */
  readonly masked: number;
  readonly alphaDecimals: number;
  readonly checks: readonly Check[];
}

/** One key's part in the softmax. */
export interface SoftmaxTerm {
  readonly key: number;
  readonly alpha: number;
  /** e to the power of α − the row's largest; 0 where forbidden. */
  readonly exp: number;
  /** The Frame's α̂. */
  readonly weight: number;
  readonly fate: CellFate;
}

/** e^α ÷ the row's sum of them. */
export interface SoftmaxStep {
  readonly name: 'softmax';
  /** The row's α before the mask, from the Frame, and what becomes of its cells: [S] each. */
  readonly row: Float32Array;
  readonly fates: readonly CellFate[];
  /** Those written out, largest first, the cell's own among them. */
  readonly terms: readonly SoftmaxTerm[];
  /** The others, together; null when all are written out. */
  readonly others: { readonly count: number; readonly exp: number; readonly weight: number } | null;
  readonly own: SoftmaxTerm;
  /** The row's largest α among the open cells: taken off all of them first, which leaves the quotients as they are. */
  readonly largest: number;
  /** The denominator, as a sum of `exp`; its total is 0 when every key is forbidden. */
  readonly sum: Sum;
  /** What the row's weights add up to: 1, or less where some were set to 0 afterwards. */
  readonly rowSum: number;
  /**
   * `first`: the head is off, and its weights are 1 for the first token and 0 for the others, whatever the softmax
   * says.
   */
  readonly off: OffWay | null;
  readonly alphaDecimals: number;
  readonly weightDecimals: number;
  readonly checks: readonly Check[];
}

/** α̂ times vʲ, and all of them added up to bⁱ of this head. */
export interface ValuesStep {
  readonly name: 'values';
  readonly head: number;
  readonly v: Vector;
  readonly weight: number;
  /** α̂ vʲ */
  readonly weighted: Vector;
  /** The Frame's head output. */
  readonly b: Vector;
  /** The dimension that is followed: the largest of α̂ vʲ, or of b when α̂ is 0. */
  readonly dimension: number;
  /** That number of the sum over the keys; terms are indexed by keys, their factors are α̂ and v. */
  readonly sum: Sum;
  /** The head is off: its output is put in the place of the sum. */
  readonly off: OffWay | null;
  readonly checks: readonly Check[];
}

/** All heads' outputs side by side, times W^O. */
export interface OutputStep {
  readonly name: 'output';
  /** [Dh] each, H of them. */
  readonly heads: readonly Vector[];
  readonly head: number;
  /** This head's part of bⁱ: [D]. */
  readonly part: Vector;
  /** The Frame's bⁱ: [D]. */
  readonly b: Vector;
  /** The dimension that is followed: the largest of this head's part. */
  readonly dimension: number;
  /** That number of bⁱ; terms are indexed by heads. */
  readonly sum: Sum;
  readonly checks: readonly Check[];
}

/** Mean and standard deviation of a vector. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** aⁱ + bⁱ, to mean 0 and deviation 1, times the gain, plus the bias. */
export interface NormStep {
  readonly name: 'norm';
  /** [D] each. */
  readonly a: Vector;
  readonly b: Vector;
  readonly added: Vector;
  readonly standard: Vector;
  readonly result: Vector;
  readonly before: Moments;
  readonly after: Moments;
  /** The same dimension as in the step before. */
  readonly dimension: number;
  /** That dimension's numbers on the way. */
  readonly gain: number;
  readonly bias: number;
  readonly decimals: number;
  readonly inputDecimals: number;
  readonly checks: readonly Check[];
}
