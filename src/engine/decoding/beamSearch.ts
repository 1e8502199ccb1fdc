import type { BeamNode, BeamTree } from '../../contract/index.ts';
import { type GreedyRule, type LogitsRow, logProbabilitiesOf } from './nextToken.ts';

/** A beginning that is gone on with, and the row after its last word. */
export interface Open {
  /** Its place among the nodes of the last step; 0 for the start mark alone. */
  readonly place: number;
  /** Σ log P of its words, nats. */
  readonly score: number;
  readonly logitsRow: LogitsRow;
}

/** A finished target: its node, and its score divided by its length. */
interface Finished {
  readonly step: number;
  readonly place: number;
  readonly mean: number;
}

type Candidate = Pick<BeamNode, 'parent' | 'id' | 'score'>;

/**
 * Beam search as Hugging Face's `generate` does it with `length_penalty` 1 and `early_stopping` false, one step at a
 * time.
 *
 * Of all ways to go on by a word the 2 × `width` likeliest are looked at. Those among the first `width` that end are
 * finished, with the mean log-probability of their words, the end mark among them; the best `width` finished ones are
 * completed. The first `width` that do not end are gone on with. It is over when `width` are completed and the
 * likeliest open one, by the mean of its words so far, is no better than the worst completed; or at the length limit,
 * where everything ends. The best completed one is taken. Width 1 is over with the first end.
 */
export class BeamSearch {
  readonly steps: (readonly BeamNode[])[] = [];
  private completed: Finished[] = [];

  constructor(
    private readonly rule: GreedyRule,
    private readonly width: number,
    private readonly temperature: number,
  ) {}

  /**
   * Looks at what may follow these beginnings. @returns the nodes to go on with and their places; none when it is
   * over
   */
  step(open: readonly Open[]): (BeamNode & { readonly place: number })[] {
    const row = this.steps.length;
    const candidates = this.candidates(open, row);
    const ends = candidates.map(({ id }) => this.rule.ends(id, row));
    const kept = candidates.flatMap((_, place) => (ends[place] ? [] : [place])).slice(0, this.width);
    const nodes = candidates.map((candidate, place): BeamNode => {
      const ended = ends[place] && place < this.width;
      return { ...candidate, fate: kept.includes(place) ? 'kept' : ended ? 'ended' : 'dropped' };
    });
    this.steps.push(nodes);
    this.hold(nodes, row);
    const next = nodes.flatMap((node, place) => (node.fate === 'kept' ? [{ ...node, place }] : []));
    const best = next[0];
    return best && this.canImprove(best.score / (row + 1)) ? next : [];
  }

  tree(): BeamTree {
    const best = this.completed[0];
    return { steps: this.steps, chosen: [best?.step ?? 0, best?.place ?? 0] };
  }

  /** The likeliest ways to go on, best first. A forced end costs nothing, as in Hugging Face's. */
  private candidates(open: readonly Open[], row: number): Candidate[] {
    const count = 2 * this.width;
    const forced = this.rule.forcedAfter(row);
    const all = open.flatMap(({ place, score, logitsRow }): Candidate[] => {
      if (forced !== null) return [{ parent: place, id: forced, score }];
      const logProbability = logProbabilitiesOf(logitsRow, this.temperature);
      const ids = this.rule.likeliest(logitsRow, count);
      return ids.map((id) => ({ parent: place, id, score: score + logProbability(id) }));
    });
    return all.sort((a, b) => b.score - a.score).slice(0, count);
  }

  private hold(nodes: readonly BeamNode[], step: number): void {
    const finished = nodes.flatMap(({ fate, score }, place) =>
      fate === 'ended' ? [{ step, place, mean: score / (step + 1) }] : [],
    );
    this.completed = [...this.completed, ...finished].sort((a, b) => b.mean - a.mean).slice(0, this.width);
  }

  private canImprove(mean: number): boolean {
    if (this.completed.length < this.width) return true;
    return this.width > 1 && mean > (this.completed[this.width - 1]?.mean ?? 0);
  }
}
