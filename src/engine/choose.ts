import type { ModelInfo, TargetStep } from '../contract/index.ts';
import { sharedSimd } from './simd/simd.ts';

/** Runners-up given with each step. */
const BEST = 6;

/** Weights smaller than e^-30 of the largest do not change a float32 sum. */
const NEGLIGIBLE = 30;

/** The rules of greedy decoding for one model. */
export class GreedyRule {
  private readonly forbidden: ReadonlySet<number>;

  constructor(private readonly info: ModelInfo) {
    this.forbidden = new Set(info.forbiddenIds);
  }

  /**
   * The id after decoder row `row`: the likeliest one that is not forbidden (the first of equals), or the forced end at the
   * length limit.
   * @param logits [V]
   */
  next(logits: Float32Array, row: number): number {
    if (this.info.forcedEndId !== null && row + 1 >= this.info.maxTargetLength) return this.info.forcedEndId;
    let best = -1;
    let top = Number.NEGATIVE_INFINITY;
    for (let id = 0; id < logits.length; id++) {
      const value = logits[id] as number;
      if (value > top && !this.forbidden.has(id)) {
        best = id;
        top = value;
      }
    }
    return best;
  }

  /** True when the target ends after `row` with this id. */
  ends(id: number, row: number): boolean {
    return id === this.info.endId || row + 1 >= this.info.maxTargetLength;
  }
}

/** Σ exp(logit − largest), and the largest; thousands of exponentials a row, so in SIMD where there is any. */
function normaliser(logits: Float32Array): { top: number; sum: number } {
  return sharedSimd()?.normaliser(logits) ?? plainNormaliser(logits);
}

/** The same by plain arithmetic. */
export function plainNormaliser(logits: Float32Array): { top: number; sum: number } {
  let top = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < logits.length; id++) if ((logits[id] as number) > top) top = logits[id] as number;
  let sum = 0;
  const floor = top - NEGLIGIBLE;
  for (let id = 0; id < logits.length; id++) {
    const value = logits[id] as number;
    if (value > floor) sum += Math.exp(value - top);
  }
  return { top, sum };
}

/** The ids with the largest logits, best first. */
function bestIds(logits: Float32Array, count: number): number[] {
  const best: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < logits.length; id++) {
    const value = logits[id] as number;
    if (best.length === count && value <= floor) continue;
    let at = best.length;
    while (at > 0 && (logits[best[at - 1] as number] as number) < value) at -= 1;
    best.splice(at, 0, id);
    if (best.length > count) best.pop();
    floor = logits[best[best.length - 1] as number] as number;
  }
  return best;
}

/** What the model thinks of the id that stands after a row. @param logits [V] */
export function stepOf(logits: Float32Array, id: number): TargetStep {
  const { top, sum } = normaliser(logits);
  const probability = (of: number) => Math.exp((logits[of] as number) - top) / sum;
  const best = bestIds(logits, BEST).map((of) => ({ id: of, probability: probability(of) }));
  return { id, probability: probability(id), best };
}

/** Softmax of each row. @param logits [T, V] */
export function probabilitiesOf(logits: Float32Array, vocabulary: number): Float32Array {
  const out = new Float32Array(logits.length);
  for (let at = 0; at < logits.length; at += vocabulary) {
    const row = logits.subarray(at, at + vocabulary);
    const { top, sum } = normaliser(row);
    for (let id = 0; id < vocabulary; id++) out[at + id] = Math.exp((row[id] as number) - top) / sum;
  }
  return out;
}
