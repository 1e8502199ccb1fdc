import {
  ATTENTION_KINDS,
  attentionStage,
  EngineError,
  type Frame,
  type StageName,
} from '../../contract/index.ts';
import type { Device } from '../backends/device.ts';
import { type AttentionPlan, FORBIDDEN, OPEN } from '../changes/plan.ts';
import type { Plans } from '../changes/plans.ts';

/** How far a pattern's row may be from its sum: a lost GPU context reads zeros without a word. */
const LIMIT = 1e-3;

/** What a row of a pattern must sum to: from 1 to 1 as a rule. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

const WHOLE: Bounds = { least: 1, most: 1 };

/**
 * A row with nothing to read has weights of 0; one with cells set to 0 after the softmax has lost some of its weight.
 */
function boundsOf(cells: Uint8Array): Bounds {
  const [some, all] = [cells.includes(OPEN), cells.every((cell) => cell === OPEN || cell === FORBIDDEN)];
  if (some && all) return WHOLE;
  return { least: 0, most: some ? 1 : 0 };
}

function checkPattern({ name, shape, data }: Frame, plan: AttentionPlan | null): void {
  const [, , keys = 0] = shape;
  for (let at = 0; at < data.length; at += keys) {
    let sum = 0;
    for (let s = 0; s < keys; s++) sum += data[at + s] as number;
    const { least, most } = plan ? boundsOf(plan.cells.subarray(at, at + keys)) : WHOLE;
    if (sum >= least - LIMIT && sum <= most + LIMIT) continue;
    const expected = plan ? `rows that sum to ${least} … ${most}` : 'rows that sum to 1';
    throw new EngineError('context-lost', 'run', name, expected, `${sum}`);
  }
}

/**
 * Every row of every pattern must sum to 1, but for rows that a change has cut. Where every row is cut, zeros can be
 * right, so that the device is asked too.
 * @throws EngineError `context-lost`
 */
export function checkRows(frames: ReadonlyMap<StageName, Frame>, plans: Plans, device: Device): void {
  for (const kind of ATTENTION_KINDS) {
    for (let layer = 0; ; layer++) {
      const frame = frames.get(attentionStage(kind, layer, 'pattern'));
      if (!frame) break;
      const [, rows = 0, keys = 0] = frame.shape;
      checkPattern(frame, plans.attention(kind, layer, { queryStart: 0, rows, keys }));
    }
  }
  if (device.isLost()) throw new EngineError('context-lost', 'run', 'device', 'a live one', 'a lost one');
}
