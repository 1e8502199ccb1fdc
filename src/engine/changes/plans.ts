import {
  type AttentionKind,
  type Intervention,
  type ModelInfo,
  type Part,
  siteOf,
} from '../../contract/index.ts';
import { type AttentionPlan, type AttentionSite, attentionPlan, looksAhead } from './plan.ts';
import { changedPositions, type OwnPositions } from './positions.ts';

/** The changes of one run, as the passes through a model ask for them. */
export class Plans {
  /** Rows of the decoder depend on later ones. */
  readonly looksAhead: boolean;
  /** A pass asks for what its key was compared by. */
  private readonly known = new Map<string, AttentionPlan | null>();

  constructor(
    readonly changes: readonly Intervention[],
    private readonly info: ModelInfo,
  ) {
    this.looksAhead = looksAhead(changes, info.sites);
  }

  /** What one sub-layer does instead of what it does, for these rows and keys; null where nothing changes. */
  attention(
    kind: AttentionKind,
    layer: number,
    place: Pick<AttentionSite, 'queryStart' | 'rows' | 'keys'>,
  ): AttentionPlan | null {
    if (this.changes.length === 0) return null;
    const key = [kind, layer, place.queryStart, place.rows, place.keys].join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const plan = this.planFor(kind, layer, place);
    this.known.set(key, plan);
    return plan;
  }

  private planFor(
    kind: AttentionKind,
    layer: number,
    place: Pick<AttentionSite, 'queryStart' | 'rows' | 'keys'>,
  ): AttentionPlan | null {
    const { heads, headWidth } = siteOf(this.info, kind);
    return attentionPlan(this.changes, { kind, layer, heads, headWidth, ...place });
  }

  /** [count, D] for the tokens from `start` on; null where the positions are the model's own. */
  positions(part: Part, start: number, count: number, own: OwnPositions): Float32Array | null {
    return changedPositions(this.changes, part, start, count, own);
  }
}
