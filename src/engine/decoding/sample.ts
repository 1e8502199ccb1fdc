import type { Decoding, ModelInfo } from '../../contract/index.ts';
import { chance } from './chance.ts';
import { GreedyRule, type LogitsRow } from './nextToken.ts';

type Limits = Pick<Decoding, 'temperature' | 'topK' | 'topP'>;

/** How many of the likeliest are drawn from. @param logits of all that may be drawn, ascending */
function countKept(logits: Float32Array, { temperature, topK, topP }: Limits): number {
  const most = Math.min(topK ?? logits.length, logits.length);
  if (topP === null) return most;
  const [last, best] = [logits.length - 1, logits[logits.length - 1] as number];
  const weight = (place: number) => Math.exp(((logits[last - place] as number) - best) / temperature);
  let total = 0;
  for (let place = 0; place < most; place++) total += weight(place);
  let [count, sum] = [0, 0];
  while (count < most && (count === 0 || sum < topP * total)) {
    sum += weight(count);
    count += 1;
  }
  return count;
}

/**
 * Draws the next word. In the order of Hugging Face's `generate`: forbidden ids are left out, logits are divided by
 * the temperature, `topK` keeps the likeliest of them, `topP` the fewest of these that make up this share of their
 * probability.
 */
export class SamplingRule extends GreedyRule {
  override readonly isGreedy = false;

  constructor(
    info: ModelInfo,
    private readonly decoding: Decoding,
  ) {
    super(info);
  }

  override next(logitsRow: LogitsRow, row: number): number {
    return (
      this.forcedAfter(row) ?? this.draw(this.kept(logitsRow), logitsRow, chance(this.decoding.seed, row))
    );
  }

  /** The ids to draw from, ascending. */
  private kept({ logits }: LogitsRow): number[] {
    const ids: number[] = [];
    for (let id = 0; id < logits.length; id++) if (this.allows(id)) ids.push(id);
    const { topK, topP } = this.decoding;
    if (topK === null && topP === null) return ids;
    const ascending = Float32Array.from(ids, (id) => logits[id] as number).sort();
    const count = countKept(ascending, this.decoding);
    const least = ascending[ascending.length - count] as number;
    // Of equals at the limit the first ones.
    let equals = count - ids.filter((id) => (logits[id] as number) > least).length;
    return ids.filter((id) => {
      const logit = logits[id] as number;
      if (logit === least) equals -= 1;
      return logit > least || (logit === least && equals >= 0);
    });
  }

  /**
   * The id under a place from [0, 1) when all weights are laid end to end in the order of their ids: so it does not
   * matter on which of two almost equal ones rounding puts first.
   */
  private draw(ids: readonly number[], { logits }: LogitsRow, place: number): number {
    const { temperature } = this.decoding;
    // Against the best that may be drawn: a forbidden one far above it would leave nothing but zeros.
    const best = ids.reduce((top, id) => Math.max(top, logits[id] as number), Number.NEGATIVE_INFINITY);
    const weights = ids.map((id) => Math.exp(((logits[id] as number) - best) / temperature));
    let left = place * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return ids[found < 0 ? ids.length - 1 : found] ?? -1;
  }
}
