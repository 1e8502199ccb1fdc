import { type ModelInfo, makeFrame, type TargetStep } from '../../contract/index.ts';
import { sharedSimd } from '../kernels/simd/simd.ts';
import type { RowBounds } from '../kernels/simd/types.ts';

/** Runners-up given with each step. */
const BEST = 6;

/** Weights smaller than e^-30 of the largest do not change a float32 sum. */
const NEGLIGIBLE = 30;

/** The rules of greedy decoding for one model; other ways to take the next word keep all but `next`. */
export class GreedyRule {
  /** A device can find the likeliest id by itself, so several steps need no read between them. */
  readonly isGreedy: boolean = true;
  private readonly forbidden: ReadonlySet<number>;

  constructor(private readonly info: ModelInfo) {
    this.forbidden = new Set(info.forbiddenIds);
  }

  /** The end mark where the length limit forces it after decoder row `row`; else null. */
  forcedAfter(row: number): number | null {
    return row + 1 >= this.info.maxTargetLength ? this.info.forcedEndId : null;
  }

  allows(id: number): boolean {
    return !this.forbidden.has(id);
  }

  /**
   * The id after decoder row `row`: the likeliest one that is not forbidden (the first of equals), or the forced end
   * at the length limit.
   */
  next(logitsRow: LogitsRow, row: number): number {
    const known = this.forcedAfter(row) ?? logitsRow.best.find((id) => this.allows(id));
    // Where all of the best are forbidden.
    return known ?? this.likeliest(logitsRow, 1)[0] ?? -1;
  }

  /** The allowed ids with the largest logits, best first, the first of equals first. */
  likeliest(logitsRow: LogitsRow, count: number): number[] {
    return bestIds(logitsRow.logits, count, (id) => this.allows(id));
  }

  /** True when the target ends after `row` with this id. */
  ends(id: number, row: number): boolean {
    return id === this.info.endId || row + 1 >= this.info.maxTargetLength;
  }
}

/** A decoder row's logits [V] with what a choice and a probability need of them. */
export interface LogitsRow extends RowBounds {
  readonly logits: Float32Array;
}

/** The same as the SIMD loops' `summarize`, by plain arithmetic. */
export function boundsOf(logits: Float32Array): RowBounds {
  let [top, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let id = 0; id < logits.length; id++) {
    const value = logits[id] as number;
    if (Number.isNaN(value)) return { top: value, least: value, sum: value, best: [] };
    if (value > top) top = value;
    if (value < least) least = value;
  }
  let sum = 0;
  const floor = top - NEGLIGIBLE;
  for (let id = 0; id < logits.length; id++) {
    const value = logits[id] as number;
    if (value > floor) sum += Math.exp(value - top);
  }
  return { top, least, sum, best: bestIds(logits, BEST) };
}

/** The ids with the largest logits, best first, the first of equals first. */
function bestIds(logits: Float32Array, count: number, allows?: (id: number) => boolean): number[] {
  const best: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < logits.length; id++) {
    const value = logits[id] as number;
    if (best.length === count && value <= floor) continue;
    if (allows && !allows(id)) continue;
    let at = best.length;
    while (at > 0 && (logits[best[at - 1] as number] as number) < value) at -= 1;
    best.splice(at, 0, id);
    if (best.length > count) best.pop();
    floor = logits[best[best.length - 1] as number] as number;
  }
  return best;
}

/**
 * The lines of rows of logits, thousands of exponentials and comparisons each: in SIMD where there is any.
 * @param logits [n, V]
 * @throws EngineError `not-finite`: no choice and no probability can be made of a NaN or an infinity
 */
export function logitsRowsOf(logits: Float32Array, vocabulary: number): LogitsRow[] {
  const rows = Array.from({ length: logits.length / vocabulary }, (_, row) =>
    logits.subarray(row * vocabulary, (row + 1) * vocabulary),
  );
  const bounds = sharedSimd()?.summarize(logits, vocabulary, BEST) ?? rows.map(boundsOf);
  return rows.map((row, i) => {
    const logitsRow = { ...(bounds[i] as RowBounds), logits: row };
    // Says which number it is.
    if (!(Number.isFinite(logitsRow.top) && Number.isFinite(logitsRow.least)))
      makeFrame('logits', [rows.length, vocabulary], logits);
    return logitsRow;
  });
}

/** Σ exp((logit − top) ÷ temperature): what the softmax of a row is divided by. */
function normaliserOf({ logits, top, sum }: LogitsRow, temperature: number): number {
  if (temperature === 1) return sum;
  let total = 0;
  const floor = top - NEGLIGIBLE * temperature;
  for (let id = 0; id < logits.length; id++) {
    const value = logits[id] as number;
    if (value > floor) total += Math.exp((value - top) / temperature);
  }
  return total;
}

/** The logarithm of each id's probability after a row, nats, its logits divided by the temperature. */
export function logProbabilitiesOf(logitsRow: LogitsRow, temperature: number): (id: number) => number {
  const { logits, top } = logitsRow;
  const rest = Math.log(normaliserOf(logitsRow, temperature));
  return (id) => ((logits[id] as number) - top) / temperature - rest;
}

/** What the model thinks of the id that stands after a row. */
export function targetStepOf(logitsRow: LogitsRow, id: number, temperature = 1): TargetStep {
  const { logits, top, best } = logitsRow;
  const sum = normaliserOf(logitsRow, temperature);
  const probability = (of: number) => Math.exp(((logits[of] as number) - top) / temperature) / sum;
  return {
    id,
    probability: probability(id),
    best: best.map((of) => ({ id: of, probability: probability(of) })),
  };
}

/** Softmax of each row, its logits divided by the temperature. @param logits [T, V] */
export function probabilitiesOf(logits: Float32Array, vocabulary: number, temperature = 1): Float32Array {
  const out = new Float32Array(logits.length);
  for (const [row, logitsRow] of logitsRowsOf(logits, vocabulary).entries()) {
    const sum = normaliserOf(logitsRow, temperature);
    for (let id = 0; id < vocabulary; id++)
      out[row * vocabulary + id] =
        Math.exp(((logitsRow.logits[id] as number) - logitsRow.top) / temperature) / sum;
  }
  return out;
}
