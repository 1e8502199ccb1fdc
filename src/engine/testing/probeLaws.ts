import { matMul, mul, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { RunRequest, StageName } from '../../contract/index.ts';
import { gradientOf } from '../probes/gradient/gradient.ts';
import { patternOf, prepare } from '../probes/gradient/prepare.ts';
import { affine } from '../probes/gradient/steps.ts';
import { lensOf } from '../probes/lens.ts';
import { runModel } from '../run/generate.ts';
import { frameOf } from '../run/recorder.ts';
import { scoped } from '../run/scope.ts';
import { type Input, idsOf, type Law, largestDifference, type TestSession } from './law.ts';

/* What holds of the probes, for any sentence and any changes. */

function given({ info }: TestSession, input: Input): RunRequest & { readonly target: number[] } {
  const temperature = 0.5 + ((input.order[0] ?? 0) % 20) / 10;
  return {
    source: idsOf(input.source, info),
    target: idsOf(input.target, info),
    stages: [],
    changes: input.changes,
    decoding: { way: 'greedy', temperature, topK: null, topP: null, seed: 1, width: 4 },
  };
}

const tokenInputOf = ({ info }: TestSession, { source, target, changes = [] }: ReturnType<typeof given>) => ({
  source,
  decoderInput: [info.startId, ...target],
  changes,
});

/**
 * The pass that TF.js can differentiate against the engine's own: every pattern, and the last output over what a norm
 * leaves.
 */
async function samePass(session: TestSession, input: Input): Promise<number> {
  const request = given(session, input);
  const output: StageName = `decoder.${session.info.decoder.layers - 1}.output`;
  const { frames } = await runModel(session, { ...request, stages: [output] }, []);
  const forward = await session.model.differentiable();
  return scoped(async () => {
    const { sites, zeros, run } = prepare(session, forward, tokenInputOf(session, request));
    const passed = run(zeros);
    const kept = sites.map((site) => {
      const layout = { as: 'cells' } as const;
      return {
        tensor: passed.patterns.get(patternOf(site)) as Tensor,
        layout,
        rows: site.rows,
        keys: site.keys,
      };
    });
    const last = {
      tensor: passed.output,
      layout: { as: 'rows' } as const,
      rows: request.target.length + 1,
      keys: 0,
    };
    const names = [...sites.map(patternOf), output];
    const all = [...kept, last];
    const data = await session.device.read(all.map((each) => each.tensor));
    const differences = names.map((name, i) =>
      largestDifference(
        frames.get(name)?.data ?? [],
        frameOf(name, all[i] as (typeof all)[number], data[i] as Float32Array).data,
      ),
    );
    return Math.max(...differences);
  });
}

/** Nats, for patterns with these numbers added. */
async function logProbability(
  session: TestSession,
  request: ReturnType<typeof given>,
  { row, id }: { readonly row: number; readonly id: number },
  nudges: ((zeros: readonly Tensor[]) => Tensor[]) | null,
): Promise<number> {
  const { info, model, device } = session;
  const forward = await model.differentiable();
  return scoped(async () => {
    const { zeros, run } = prepare(session, forward, tokenInputOf(session, request));
    const { output } = run(nudges ? nudges(zeros) : zeros);
    const rows = output.shape[1] ?? 0;
    const place = new Float32Array(rows);
    place[row] = 1;
    const line = matMul(tensor(place, [1, 1, rows], 'float32'), output);
    const logits = mul(affine(line, model.unembed), 1 / (request.decoding?.temperature ?? 1));
    const [numbers] = await device.read([logits]);
    const values = [...(numbers as Float32Array).subarray(0, info.vocabulary)];
    const top = Math.max(...values);
    return (values[id] ?? 0) - top - Math.log(values.reduce((sum, x) => sum + Math.exp(x - top), 0));
  });
}

/** Steeper than this the slope is told well by two float32 numbers a little apart. */
const STEEP = 1e-2;
/** Nats between the two, if log P were a straight line. */
const APART = 0.02;

/**
 * A step along the gradient changes log P as the gradient says: the error as a share. Flat places tell nothing, nor
 * does a model with relu, where a kink may lie between the two.
 */
async function slope(session: TestSession, input: Input): Promise<number> {
  if (session.info.activation === 'relu') return 0;
  const request = given(session, input);
  const row = (input.order[1] ?? 0) % (request.target.length + 1);
  const id = (input.order[2] ?? 0) % session.info.vocabulary;
  const frames = [...(await gradientOf(session, request, { row, id })).values()];
  const square = frames.reduce((sum, { data }) => sum + data.reduce((all, g) => all + g * g, 0), 0);
  if (Math.sqrt(square) < STEEP) return 0;
  const along = (share: number) => (zeros: readonly Tensor[]) =>
    zeros.map((_, i) => {
      const { shape, data } = frames[i] as (typeof frames)[number];
      return tensor(
        data.map((g) => (g * share) / square),
        [...shape],
        'float32',
      );
    });
  const above = await logProbability(session, request, { row, id }, along(APART / 2));
  const below = await logProbability(session, request, { row, id }, along(-APART / 2));
  return Math.abs((above - below) / APART - 1);
}

/** The lens on the last layer against the model's own probabilities, and ranks against counting. */
async function lastLens(session: TestSession, input: Input): Promise<number> {
  const request = given(session, input);
  const rows = request.target.length + 1;
  const finalIds = Array.from(
    { length: rows },
    (_, row) => (input.order[row] ?? 0) % session.info.vocabulary,
  );
  const layers = await lensOf(session, request, finalIds);
  const { frames } = await runModel(session, { ...request, stages: ['probabilities'] }, []);
  const { vocabulary } = session.info;
  const line = (row: number) =>
    frames.get('probabilities')?.data.subarray(row * vocabulary, (row + 1) * vocabulary) ??
    new Float32Array();
  if (layers.length !== session.info.decoder.layers) return Number.POSITIVE_INFINITY;
  const last = layers[layers.length - 1] ?? [];
  const worst = last.map(({ id, probability, finalRank }, row) => {
    const probabilities = line(row);
    const final = probabilities[finalIds[row] as number] as number;
    // Those that rounding could put on the other side do not count.
    const surely = probabilities.filter((p) => p > final + 1e-6).length;
    const perhaps = probabilities.filter((p) => p > final - 1e-6).length;
    if (finalRank < surely || finalRank > perhaps) return Number.POSITIVE_INFINITY;
    const best = Math.max(...probabilities);
    return Math.max(Math.abs(best - probability), Math.abs(best - (probabilities[id] ?? 0)));
  });
  return Math.max(...worst);
}

export const PROBE_LAWS: readonly Law[] = [
  { name: 'the lens on the last layer gives the probabilities', worst: lastLens, limit: 1e-5 },
];

/** Kept to backends that compile no shaders: on webgl gradients.spec.ts holds gradients to PyTorch's. */
export const GRADIENT_LAWS: readonly Law[] = [
  { name: 'the pass that is differentiated is the pass that is shown', worst: samePass, limit: 1e-3 },
  { name: 'a gradient is the slope of log P', worst: slope, limit: 0.03 },
];
