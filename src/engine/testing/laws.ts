import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import {
  ATTENTION,
  type Intervention,
  kindAt,
  parseStageName,
  type RunResult,
  type StageName,
} from '../../contract/index.ts';
import type { DecoderInput, DecoderPass } from '../architectures/index.ts';
import { type Device, padded } from '../backends/device.ts';
import { Plans } from '../changes/plans.ts';
import { runModel } from '../run/generate.ts';
import { Recorder } from '../run/recorder.ts';
import { scoped } from '../run/scope.ts';
import { CHANGE_LAWS } from './changeLaws.ts';
import { type Input, idsOf, type Law, largestDifference, type TestSession } from './law.ts';
import { choosing, hugeScores, masking } from './opLaws.ts';
import { PROBE_LAWS } from './probeLaws.ts';

/* What holds for every input of every model, on every backend; checked in Node and in the browser. */

function run(session: TestSession, input: Input): Promise<RunResult> {
  const { source, target } = input;
  return runModel(
    session,
    { source: idsOf(source, session.info), target: idsOf(target, session.info), stages: [] },
    [],
  );
}

const patternsOf = (result: RunResult) =>
  [...result.frames.values()].filter((frame) => frame.name.endsWith('.pattern'));

async function rowSums(session: TestSession, input: Input): Promise<number> {
  let worst = 0;
  for (const { shape, data } of patternsOf(await run(session, input))) {
    const keys = shape[2] as number;
    for (let at = 0; at < data.length; at += keys) {
      const row = data.subarray(at, at + keys);
      if (row.some((weight) => !(weight >= 0))) return Number.POSITIVE_INFINITY;
      const sum = row.reduce((total, weight) => total + weight, 0);
      worst = Math.max(worst, Math.abs(sum - 1));
    }
  }
  return worst;
}

async function aboveDiagonal(session: TestSession, input: Input): Promise<number> {
  let worst = 0;
  for (const { name, shape, data } of patternsOf(await run(session, input))) {
    const at = parseStageName(name);
    const kind = at?.sub ? kindAt(at.part, at.sub) : null;
    if (!kind || !ATTENTION[kind].causal) continue;
    const [, rows = 0, keys = 0] = shape;
    data.forEach((weight, i) => {
      if (i % keys > Math.floor(i / keys) % rows) worst = Math.max(worst, Math.abs(weight));
    });
  }
  return worst;
}

const idTensor = (list: readonly number[], capacity: number): Tensor => {
  const data = new Float32Array(capacity);
  data.set(list);
  return tensor(data, [capacity], 'float32');
};

const NO_POSITIONS: Intervention = { type: 'positions', part: 'encoder', way: 'off', by: 0, seed: 0 };

/** The encoder's last output without positions. */
async function unplaced(session: TestSession, source: readonly number[]): Promise<Float32Array> {
  const name: StageName = `encoder.${session.info.encoder.layers - 1}.output`;
  const request = { source, target: [], stages: [name], changes: [NO_POSITIONS] };
  return (await runModel(session, request, [])).frames.get(name)?.data ?? new Float32Array();
}

async function permutation(session: TestSession, input: Input): Promise<number> {
  const source = idsOf(input.source, session.info);
  const places = source
    .map((_, i) => i)
    .sort((a, b) => (input.order[a] ?? 0) - (input.order[b] ?? 0) || a - b);
  const straight = await unplaced(session, source);
  const permuted = await unplaced(
    session,
    places.map((place) => source[place] as number),
  );
  const { width } = session.info;
  const expected = places.flatMap((place) => [...straight.subarray(place * width, (place + 1) * width)]);
  return largestDifference(expected, permuted);
}

/** One row of every head, without padded keys. @param shape [H, rows, keys], both with padding */
function rowOf(data: Float32Array, shape: readonly number[], row: number, keys: number): number[] {
  const [heads = 0, capacity = 0, width = 0] = shape;
  return Array.from({ length: heads }, (_, h) => (h * capacity + row) * width).flatMap((at) => [
    ...data.subarray(at, at + keys),
  ]);
}

/** One row after the other with caches against all rows at once: logits and the last layer's patterns. */
async function caching({ info, model, device }: TestSession, input: Input): Promise<number> {
  const context = { plans: new Plans([], info), recorder: new Recorder([]) };
  const source = idsOf(input.source, info);
  const inputs = [info.startId, ...idsOf(input.target, info)];
  return scoped(async () => {
    const sourceIds = idTensor(source, padded(device, source.length));
    const crossKeysValues = model.readSource(
      model.encode(context, { ids: sourceIds, length: source.length }, null),
    );
    const memory = { crossKeysValues, sourceLength: source.length };
    const capacity = padded(device, inputs.length);
    const all = { ids: idTensor(inputs, capacity), start: 0, rows: inputs.length, caches: null, capacity };
    const whole = await readPass(model.decode(context, { ...all, ...memory }, null), device);
    let pass: DecoderPass | null = null;
    let worst = 0;
    for (const [start, id] of inputs.entries()) {
      const one: DecoderInput = {
        ids: idTensor([id], 1),
        start,
        rows: 1,
        caches: pass?.caches ?? null,
        capacity: pass === null ? 1 : start + 1,
        ...memory,
      };
      pass = model.decode(context, one, null);
      const numbers = await readPass(pass, device);
      worst = Math.max(worst, rowDifference(whole, numbers, start, source.length));
    }
    return worst;
  });
}

interface PassNumbers {
  readonly shapes: readonly (readonly number[])[];
  /** Of the last layer: self and cross pattern; and the logits. */
  readonly data: readonly Float32Array[];
}

async function readPass(pass: DecoderPass, device: Device): Promise<PassNumbers> {
  const tensors = [pass.self.at(-1) as Tensor, pass.cross.at(-1) as Tensor, pass.logits];
  return { shapes: tensors.map((each) => each.shape), data: await device.read(tensors) };
}

function rowDifference(whole: PassNumbers, step: PassNumbers, row: number, sourceLength: number): number {
  const lengths = [row + 1, sourceLength, whole.shapes[2]?.[2] ?? 0];
  const differences = lengths.map((keys, i) => {
    const expected = rowOf(whole.data[i] as Float32Array, whole.shapes[i] as number[], row, keys);
    return largestDifference(
      expected,
      rowOf(step.data[i] as Float32Array, step.shapes[i] as number[], 0, keys),
    );
  });
  return Math.max(...differences);
}

export const LAWS: readonly Law[] = [
  { name: 'rows of every pattern sum to 1', worst: rowSums, limit: 1e-5 },
  { name: 'under the causal mask nothing stands above the diagonal', worst: aboveDiagonal, limit: 0 },
  { name: 'without positions, permuting the words permutes the output', worst: permutation, limit: 1e-4 },
  { name: 'cached decoding equals uncached', worst: caching, limit: 1e-4 },
  { name: 'a key masked before the softmax equals renormalising after it', worst: masking, limit: 1e-5 },
  { name: 'scores of any size give rows that sum to 1', worst: hugeScores, limit: 1e-5 },
  { name: 'the likeliest id is the first of the largest that is not forbidden', worst: choosing, limit: 0 },
  ...CHANGE_LAWS,
  ...PROBE_LAWS,
];
