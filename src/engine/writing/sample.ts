import type { Decoding, ModelInfo } from '../../contract/index.ts';
import { GreedyRule, type Line } from '../choose.ts';
import { chance } from './chance.ts';

/** Ids that may be drawn, each with its weight; the weights need not sum to 1. */
interface Drawn {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/** The fewest of the likeliest that make up a share of all weight. @param drawn best first */
function topShare({ ids, weights }: Drawn, share: number): Drawn {
  const wanted = share * weights.reduce((sum, weight) => sum + weight, 0);
  let [count, sum] = [0, 0];
  while (count < ids.length && (count === 0 || sum < wanted)) {
    sum += weights[count] as number;
    count += 1;
  }
  return { ids: ids.slice(0, count), weights: weights.slice(0, count) };
}

/**
 * Draws the next word. In the order of Hugging Face's `generate`: forbidden ids are left out, logits are divided by the temperature,
 * `topK` keeps the likeliest of them, `topP` the fewest of these that make up this share of their probability.
 */
export class SamplingRule extends GreedyRule {
  override readonly isGreedy = false;

  constructor(
    info: ModelInfo,
    private readonly decoding: Decoding,
  ) {
    super(info);
  }

  override next(line: Line, row: number): number {
    return this.forcedAfter(row) ?? this.draw(this.drawn(line), chance(this.decoding.seed, row));
  }

  /** What is left to draw from. */
  private drawn(line: Line): Drawn {
    const { temperature, topK, topP } = this.decoding;
    const ids = this.likeliest(line, topK ?? line.logits.length);
    // Against the best that may be drawn: a forbidden one far above it would leave nothing but zeros.
    const best = line.logits[ids[0] ?? 0] as number;
    const weights = ids.map((id) => Math.exp(((line.logits[id] as number) - best) / temperature));
    return topP === null ? { ids, weights } : topShare({ ids, weights }, topP);
  }

  /**
   * The id under a place from [0, 1) when all weights are laid end to end in the order of their ids: so it does not matter on
   * which of two almost equal ones rounding puts first.
   */
  private draw({ ids, weights }: Drawn, place: number): number {
    const inOrder = ids.map((id, i) => ({ id, weight: weights[i] as number })).sort((a, b) => a.id - b.id);
    let left = place * weights.reduce((sum, weight) => sum + weight, 0);
    for (const { id, weight } of inOrder) {
      left -= weight;
      if (left < 0) return id;
    }
    return inOrder[inOrder.length - 1]?.id ?? -1;
  }
}
