import type { Engine, Frame, Intervention, Parameters, StageName } from '../contract/index.ts';
import { compareNumbers } from './compare.ts';
import type { ParityReport } from './parity.ts';

/** One case of `fixtures/gradients/index.json`. */
export interface GradientCase {
  readonly name: string;
  readonly model: string;
  readonly source: readonly number[];
  readonly decoderInput: readonly number[];
  readonly row: number;
  readonly id: number;
  readonly changes?: readonly Intervention[];
}

/** Relative to the largest gradient of the frame. */
const SHARE = 1e-3;

/** Of a frame that is zero as a whole: nothing above this may stand there. */
const NOTHING = 1e-9;

/**
 * Notes the worst error of each kind of pattern, as a share of the frame's largest gradient. @throws Error when a
 * shape differs
 */
export async function compareGradients(
  engine: Engine,
  { source, decoderInput, row, id, changes = [] }: GradientCase,
  frames: Parameters,
  report: ParityReport,
): Promise<void> {
  const request = { source, target: decoderInput.slice(1), stages: [], changes };
  const found = await engine.gradient(request, row, id);
  if (found.size !== frames.size) throw new Error(`expected ${frames.size} frames, got ${found.size}`);
  for (const [key, { shape, data }] of frames) {
    const name = key as StageName;
    const got = found.get(name) as Frame;
    const largest = Math.max(NOTHING, ...data.map(Math.abs));
    const worst = compareNumbers({ shape, data }, got, () => SHARE * largest);
    const kind = name.replace(/\.\d+\./, '.');
    const held = report.get(kind);
    if (!held || worst.share > held.share) report.set(kind, { ...worst, error: worst.error / largest, name });
  }
}
