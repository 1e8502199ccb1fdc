import type { SimdChoice } from '../../../contract/index.ts';
import { FUSED, PLAIN } from './binaries.ts';
import type { AttentionCall, Kernels, PackedWeights, RowBounds } from './types.ts';

const BASE64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The loops as they are compiled: with fused multiply-add (relaxed SIMD), and without. The faster first. */
export const SIMD_VERSIONS = ['fused', 'plain'] as const;
export type SimdVersion = (typeof SIMD_VERSIONS)[number];

const BINARIES: Readonly<Record<SimdVersion, string>> = { fused: FUSED, plain: PLAIN };

/** Numbers handed over for one call stand on 16-byte borders, as 128-bit loads like it. */
const align = (bytes: number): number => (bytes + 15) & ~15;

/**
 * Our SIMD loops in a memory of their own, beside TF.js's: weights are packed there, activations are copied in and out
 * (a few microseconds; the loops save hundreds).
 */
export class Simd {
  private view: Float32Array<ArrayBuffer>;
  /** Where weights may be packed from; not 0, which to the loops means nothing at all. */
  private readonly base: number;
  /** End of the packed weights; what one call needs lies above. */
  private packedEnd: number;
  private top: number;
  private holders = 0;

  private constructor(private readonly kernels: Kernels) {
    this.view = new Float32Array(kernels.memory.buffer);
    this.base = Math.max(16, align(kernels.heapBase()));
    this.packedEnd = this.base;
    this.top = this.base;
  }

  /** Null where this browser, or this Node, cannot run that version. */
  static create(version: SimdVersion): Simd | null {
    const bytes = BASE64(BINARIES[version]);
    if (!WebAssembly.validate(bytes)) return null;
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
    return new Simd(instance.exports as unknown as Kernels);
  }

  /** One more model has weights here. */
  acquire(): void {
    this.holders += 1;
  }

  /** One fewer; with the last one all packed weights go. */
  release(): void {
    this.holders -= 1;
    if (this.holders === 0) this.packedEnd = this.base;
  }

  /** Packs a weight [inner, columns] and its bias [columns]. @returns null when memory is out */
  pack(weight: Float32Array, bias: Float32Array, inner: number, columns: number): PackedWeights | null {
    // Two panels of eight columns at a time.
    const padded = (columns + 15) & ~15;
    const [panels, biasAt] = [this.packedEnd, align(this.packedEnd + padded * inner * 4)];
    const end = align(biasAt + padded * 4);
    if (!this.reserve(end + weight.byteLength)) return null;
    this.top = end;
    this.kernels.packPanels(this.put(weight), inner, columns, panels);
    this.view.fill(0, biasAt >> 2, end >> 2);
    this.view.set(bias, biasAt >> 2);
    this.packedEnd = end;
    return { panels, bias: biasAt, inner, columns };
  }

  /** x·W + b into `out`. @param x [rows, inner]; @param out [rows, columns] */
  product(x: Float32Array, rows: number, map: PackedWeights, relu: boolean, out: Float32Array): void {
    // The last block may run over the last row, by one.
    this.begin(x.byteLength + out.byteLength + (map.inner + map.columns) * 4);
    const from = this.put(x);
    this.room(map.inner);
    const to = this.room(out.length + map.columns);
    this.kernels.product(from, rows, map.inner, map.panels, map.bias, map.columns, to, relu);
    this.take(to, out);
  }

  /** LayerNorm(x + residual) into `out`. @param x [rows, width] */
  addNorm(
    operands: Readonly<Record<'x' | 'residual' | 'gain' | 'bias' | 'out', Float32Array>>,
    rows: number,
    width: number,
    epsilon: number,
  ): void {
    const { x, residual, gain, bias, out } = operands;
    this.begin(x.byteLength + residual.byteLength + gain.byteLength + bias.byteLength);
    const at = this.put(x);
    this.kernels.addNorm(at, this.put(residual), this.put(gain), this.put(bias), rows, width, epsilon);
    this.take(at, out);
  }

  /** Attention of all heads; columns and strides count numbers. Shapes as in kernels/attention/attention.ts. */
  attention(call: AttentionCall): void {
    const { queries, keysValues, pattern, joined, scores, changed } = call;
    const same = queries === keysValues;
    const numbers = queries.length + keysValues.length + 3 * pattern.length + joined.length + call.capacity;
    this.begin((numbers + call.heads) * 4);
    const q = this.put(queries);
    const kv = same ? q : this.put(keysValues);
    const from = [q + call.qColumn * 4, kv + call.kColumn * 4, kv + call.vColumn * 4] as const;
    const { queryStride, keyStride, heads, headWidth, rows, keyLength, capacity } = call;
    const sizes = [queryStride, keyStride, heads, headWidth, rows, keyLength, capacity] as const;
    const rowBuffer = this.room(capacity + 4);
    const patternAt = this.room(pattern.length);
    const joinedAt = this.room(joined.length);
    const scoresAt = scores ? this.room(scores.length) : 0;
    const to = [rowBuffer, patternAt, joinedAt, scoresAt] as const;
    if (changed) {
      const [factors, cells] = [this.put(changed.factors), this.put(changed.cells)];
      this.kernels.attentionChanged(...from, ...sizes, factors, cells, ...to);
    } else this.kernels.attention(...from, ...sizes, call.queryStart, call.causal, ...to);
    this.take(patternAt, pattern);
    this.take(joinedAt, joined);
    if (scores) this.take(scoresAt, scores);
  }

  /** Largest, smallest, Σ exp(number − largest) and the `most` best ids of each row. @param rows [n, columns] */
  summarize(rows: Float32Array, columns: number, most: number): RowBounds[] {
    this.begin(rows.byteLength + (2 + 2 * most) * 4);
    const from = this.put(rows);
    const to = this.room(2 + 2 * most);
    const ids = new Int32Array(this.view.buffer, to + 8, most);
    return Array.from({ length: rows.length / columns }, (_, row) => {
      const sum = this.kernels.summarize(from + row * columns * 4, columns, to, most);
      const [top = Number.NaN, least = Number.NaN] = this.view.subarray(to >> 2);
      return { top, least, sum, best: [...ids].filter((id) => id >= 0) };
    });
  }

  /** Room for one call: `bytes`, and the borders between its operands. */
  private begin(bytes: number): void {
    this.top = this.packedEnd;
    if (!this.reserve(this.top + bytes + 256)) throw new RangeError(`no memory for ${bytes} bytes`);
  }

  private reserve(bytes: number): boolean {
    const there = this.kernels.reserve(bytes);
    const { buffer } = this.kernels.memory;
    // A memory that grew leaves old views empty.
    if (this.view.buffer !== buffer) this.view = new Float32Array(buffer);
    return Boolean(there);
  }

  private room(numbers: number): number {
    const at = this.top;
    this.top = align(at + numbers * 4);
    return at;
  }

  private put(numbers: Float32Array): number {
    const at = this.room(numbers.length);
    this.view.set(numbers, at >> 2);
    return at;
  }

  private take(at: number, out: Float32Array): void {
    out.set(this.view.subarray(at >> 2, (at >> 2) + out.length));
  }
}

let choice: SimdChoice = 'fastest';
const made = new Map<SimdVersion, Simd | null>();
let shared: Simd | null | undefined;

function instanceOf(version: SimdVersion): Simd | null {
  const known = made.get(version);
  if (known !== undefined) return known;
  const simd = Simd.create(version);
  made.set(version, simd);
  return simd;
}

/** Says which loops are shared from now on; before a model's weights are packed there. */
export function chooseSimd(wanted: SimdChoice): void {
  choice = wanted;
  shared = undefined;
}

/** The page's one instance, made at first use; null where there is no SIMD, or none is wanted. */
export function sharedSimd(): Simd | null {
  if (shared === undefined) {
    const versions = choice === 'none' ? [] : choice === 'fastest' ? SIMD_VERSIONS : [choice];
    shared = versions.map(instanceOf).find((simd) => simd !== null) ?? null;
  }
  return shared;
}
