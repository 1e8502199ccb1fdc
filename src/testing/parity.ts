import type { Engine, Frame, Intervention, Parameters, StageName } from '../contract/index.ts';
import { compareNumbers, type Worst } from './compare.ts';

/** One case of `fixtures/reference/index.json`, or of `changes/index.json`. */
export interface ReferenceCase {
  readonly name: string;
  readonly model: string;
  readonly source: readonly number[];
  /** The given target, or null for the model's own. */
  readonly target: readonly number[] | null;
  readonly decoderInput: readonly number[];
  /** What greedy decoding wrote, the end mark included when it came; only without a given target. */
  readonly generated?: readonly number[];
  readonly ended?: boolean;
  /** What is changed in the model; nothing when absent. */
  readonly changes?: readonly Intervention[];
}

/** A case's stages out of a file that holds those of several, as `CASE/STAGE`. */
export function stagesOfCase(all: Parameters, name: string): Parameters {
  const own = [...all].filter(([key]) => key.startsWith(`${name}/`));
  return new Map(own.map(([key, parameter]) => [key.slice(name.length + 1), parameter]));
}

/** Worst error of each kind of stage (`pattern`, `q`, `logits` …). */
export type ParityReport = Map<string, Worst & { readonly name: StageName }>;

/** Limits of the comparison with Hugging Face: absolute in patterns, relative above 1 elsewhere. */
const allowed = (stage: string) => (expected: number) =>
  stage === 'pattern' ? 1e-4 : 1e-3 * Math.max(1, Math.abs(expected));

function note(report: ParityReport, name: StageName, expected: Frame, got: Frame | undefined): void {
  if (!got) throw new Error(`the engine gave no frame ${name}`);
  const stage = name.split('.').pop() as string;
  const worst = compareNumbers(expected, got, allowed(stage));
  const held = report.get(stage);
  if (!held || worst.share > held.share) report.set(stage, { ...worst, name });
}

/**
 * Runs a reference case and notes the worst error of every stage. A case without a target is decoded greedily first:
 * its target and the patterns of cached decoding must agree too.
 * @throws Error when the target or a shape differs
 */
export async function compareCase(
  engine: Engine,
  reference: ReferenceCase,
  stages: Parameters,
  report: ParityReport,
): Promise<void> {
  const names = [...stages.keys()] as StageName[];
  const { source, changes = [] } = reference;
  const expected = (name: StageName): Frame => ({ name, ...(stages.get(name) as Omit<Frame, 'name'>) });
  if (!reference.target) {
    const written = await engine.run({ source, target: null, stages: [], changes });
    const ids = written.steps.map((step) => step.id);
    if (ids.join() !== reference.generated?.join() || written.ended !== reference.ended) {
      throw new Error(`${reference.name}: expected target ${reference.generated}, got ${ids}`);
    }
    // The length limit's last word was never read by the decoder: there the reference has a row more.
    const patterns = names.filter((each) => reference.ended && each.endsWith('.pattern'));
    for (const name of patterns) note(report, name, expected(name), written.frames.get(name));
  }
  if (names.length === 0) throw new Error(`${reference.name}: no stages to compare`);
  const target = reference.decoderInput.slice(1);
  const result = await engine.run({ source, target, stages: names, changes });
  for (const name of names) note(report, name, expected(name), result.frames.get(name));
}

/** A line per stage: worst error, and where. */
export function printParity(title: string, report: ParityReport): string {
  const lines = [...report].map(
    ([stage, { error, share, name }]) =>
      `  ${stage.padEnd(16)} ${error.toExponential(1)}  ` +
      `${(share * 100).toFixed(1).padStart(5)} % of the limit  ${name}`,
  );
  return [title, ...lines].join('\n');
}
