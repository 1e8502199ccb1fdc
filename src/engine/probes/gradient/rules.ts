import { type Tensor, tensor } from '@tensorflow/tfjs';
import { type Intervention, isWriting, type OffWay } from '../../../contract/index.ts';
import { type AttentionSite, attentionPlan, FORBIDDEN, OPEN, unchangedPlan } from '../../changes/plan.ts';

/** Far below every score, and finite: some drivers take no infinity. */
const NEVER = -1e30;

/** What one attention must do, as tensors to be multiplied with or added to; rows and keys are padded. */
export interface AttentionRules {
  /** [H, 1, 1]: what q·k is multiplied by. */
  readonly factors: Tensor;
  /** [H, C, C′]: 0 where the softmax may look, far below everything elsewhere. */
  readonly barrier: Tensor;
  /** [H, C, C′]: 1 where a weight stays, 0 where it is taken away after the softmax. */
  readonly kept: Tensor;
  /** [H, C, C]: the rows whose mean a head's output becomes; null where every head keeps its own. */
  readonly mix: Tensor | null;
}

interface Padding {
  /** C and C′: rows and keys with padding. */
  readonly rows: number;
  readonly keys: number;
}

/** Which rows of its output a row of a head gets, and how much of each. */
function mixRow(way: OffWay | null, row: number, site: AttentionSite): { until: number; share: number } {
  if (way === 'zero') return { until: 0, share: 0 };
  // A row that is written knows none that come later.
  const until = isWriting(site.kind) ? row + 1 : site.rows;
  return { until, share: 1 / until };
}

function mixOf(off: readonly (OffWay | null)[], site: AttentionSite, rows: number): Tensor | null {
  if (!off.some((way) => way === 'zero' || way === 'mean')) return null;
  const mix = new Float32Array(off.length * rows * rows);
  off.forEach((way, h) => {
    for (let t = 0; t < rows; t++) {
      const at = (h * rows + t) * rows;
      if (way !== 'zero' && way !== 'mean') mix[at + t] = 1;
      else if (t < site.rows) {
        const { until, share } = mixRow(way, t, site);
        mix.fill(share, at, at + until);
      }
    }
  });
  return tensor(mix, [off.length, rows, rows], 'float32');
}

/** The rules of an attention whose first query stands at position 0. The tensors live in the caller's scope. */
export function rulesOf(
  changes: readonly Intervention[],
  site: AttentionSite,
  padding: Padding,
): AttentionRules {
  const plan = attentionPlan(changes, site) ?? unchangedPlan(site);
  const { heads } = site;
  const { rows, keys } = padding;
  const barrier = new Float32Array(heads * rows * keys).fill(NEVER);
  const kept = new Float32Array(heads * rows * keys);
  for (let h = 0; h < heads; h++) {
    for (let t = 0; t < site.rows; t++) {
      for (let s = 0; s < site.keys; s++) {
        const cell = plan.cells[(h * site.rows + t) * site.keys + s];
        const at = (h * rows + t) * keys + s;
        if (cell !== FORBIDDEN) barrier[at] = 0;
        if (cell === OPEN) kept[at] = 1;
      }
    }
  }
  const shape: [number, number, number] = [heads, rows, keys];
  return {
    factors: tensor([...plan.factors], [heads, 1, 1], 'float32'),
    barrier: tensor(barrier, shape, 'float32'),
    kept: tensor(kept, shape, 'float32'),
    mix: mixOf(plan.off, site, rows),
  };
}
