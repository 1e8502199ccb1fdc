import { type Tensor, tensor, zerosLike } from '@tensorflow/tfjs-core';
import type { ModelInfo, RunResult, StageName } from '../../src/contract/index.ts';
import { type DecoderPass, decode, encode } from '../../src/engine/architectures/marian.ts';
import type { MarianWeights } from '../../src/engine/architectures/marianWeights.ts';
import { type Device, padded } from '../../src/engine/device.ts';
import { runMarian } from '../../src/engine/generate.ts';
import { attention } from '../../src/engine/ops/attention.ts';
import { frameOf, Recorder } from '../../src/engine/record.ts';
import { scoped } from '../../src/engine/run.ts';

/* What holds for every input of every model, on every backend; checked in Node and in the browser. */

/** A model on a device. */
export interface Bench {
  readonly info: ModelInfo;
  readonly weights: MarianWeights;
  readonly device: Device;
}

/** What fast-check makes: any numbers, folded into what a model knows. */
export interface Input {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Sorts the source into another order. */
  readonly order: readonly number[];
  readonly numbers: readonly number[];
}

export interface Law {
  readonly name: string;
  /** The largest violation. */
  readonly worst: (bench: Bench, input: Input) => Promise<number>;
  readonly limit: number;
}

const ids = (numbers: readonly number[], info: ModelInfo) => numbers.map((n) => n % info.vocabulary);

function run({ info, weights, device }: Bench, input: Input): Promise<RunResult> {
  const request = { source: ids(input.source, info), target: ids(input.target, info), stages: [] };
  return runMarian(weights, info, device, request, []);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs((a[i] as number) - (b[i] as number));
    // NaN is the worst of all.
    if (!(difference <= worst)) worst = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return worst;
}

const patternsOf = (result: RunResult) =>
  [...result.frames.values()].filter((frame) => frame.name.endsWith('.pattern'));

async function rowSums(bench: Bench, input: Input): Promise<number> {
  let worst = 0;
  for (const { shape, data } of patternsOf(await run(bench, input))) {
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

async function aboveDiagonal(bench: Bench, input: Input): Promise<number> {
  let worst = 0;
  for (const { name, shape, data } of patternsOf(await run(bench, input))) {
    if (!name.startsWith('decoder') || !name.includes('.self.')) continue;
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

/** The encoder's last output without positions. */
function unplaced({ info, weights, device }: Bench, source: readonly number[]): Promise<Float32Array> {
  return scoped(async () => {
    const name: StageName = `encoder.${info.encoder.layers - 1}.output`;
    const recorder = new Recorder([name]);
    const noPositions = { ...weights, positions: zerosLike(weights.positions) };
    encode(noPositions, info, idTensor(source, padded(device, source.length)), source.length, recorder);
    const [kept] = recorder.kept.values();
    if (!kept) throw new Error(`${name} was not offered`);
    const [data] = await device.read([kept.tensor]);
    return frameOf(name, kept, data as Float32Array).data;
  });
}

async function permutation(bench: Bench, input: Input): Promise<number> {
  const source = ids(input.source, bench.info);
  const places = source
    .map((_, i) => i)
    .sort((a, b) => (input.order[a] ?? 0) - (input.order[b] ?? 0) || a - b);
  const straight = await unplaced(bench, source);
  const permuted = await unplaced(
    bench,
    places.map((place) => source[place] as number),
  );
  const { width } = bench.info;
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
async function caching({ info, weights, device }: Bench, input: Input): Promise<number> {
  const source = ids(input.source, info);
  const inputs = [info.startId, ...ids(input.target, info)];
  return scoped(async () => {
    const none = new Recorder([]);
    const sourceIds = idTensor(source, padded(device, source.length));
    const { crossKeysValues } = encode(weights, info, sourceIds, source.length, none);
    const memory = { crossKeysValues, sourceLength: source.length };
    const capacity = padded(device, inputs.length);
    const all = { ids: idTensor(inputs, capacity), start: 0, rows: inputs.length, caches: null, capacity };
    const whole = await tell(decode(weights, info, { ...all, ...memory }, none), device);
    let pass: DecoderPass | null = null;
    let worst = 0;
    for (const [start, id] of inputs.entries()) {
      const one: Parameters<typeof decode>[2] = {
        ids: idTensor([id], 1),
        start,
        rows: 1,
        caches: pass?.caches ?? null,
        capacity: pass === null ? 1 : start + 1,
        ...memory,
      };
      pass = decode(weights, info, one, none);
      const told = await tell(pass, device);
      worst = Math.max(worst, rowDifference(whole, told, start, source.length));
    }
    return worst;
  });
}

interface Told {
  readonly shapes: readonly (readonly number[])[];
  /** Of the last layer: self and cross pattern; and the logits. */
  readonly data: readonly Float32Array[];
}

async function tell(pass: DecoderPass, device: Device): Promise<Told> {
  const tensors = [pass.self.at(-1) as Tensor, pass.cross.at(-1) as Tensor, pass.logits];
  return { shapes: tensors.map((each) => each.shape), data: await device.read(tensors) };
}

function rowDifference(whole: Told, step: Told, row: number, sourceLength: number): number {
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

/** Keys masked before the softmax against the full pattern renormalised over the others, for one head. */
async function masking({ device }: Bench, { source, target, numbers }: Input): Promise<number> {
  const [rows, keys, headWidth] = [target.length + 1, source.length + 1, 3];
  const random = (count: number, from: number) =>
    Float32Array.from({ length: count }, (_, i) => numbers[(from + i * 7) % numbers.length] ?? 0.5);
  const shape = {
    heads: 1,
    headWidth,
    qColumn: 0,
    kColumn: 0,
    vColumn: headWidth,
    queryStart: 0,
    causal: false,
  };
  return scoped(async () => {
    const queries = tensor(random(rows * headWidth, 0), [1, rows, headWidth], 'float32');
    const keysValues = tensor(random(2 * keys * headWidth, 3), [1, keys, 2 * headWidth], 'float32');
    const patternFor = async (keyLength: number) => {
      const { pattern } = attention(queries, keysValues, { ...shape, keyLength }, false);
      return (await device.read([pattern]))[0] as Float32Array;
    };
    const left = Math.max(1, Math.floor(keys / 2));
    const [full, masked] = [await patternFor(keys), await patternFor(left)];
    const expected = full.map((weight, i) => {
      const at = i - (i % keys);
      const sum = full.subarray(at, at + left).reduce((total, each) => total + each, 0);
      return i % keys < left ? weight / sum : 0;
    });
    return largestDifference(expected, masked);
  });
}

export const LAWS: readonly Law[] = [
  { name: 'rows of every pattern sum to 1', worst: rowSums, limit: 1e-5 },
  { name: 'under the causal mask nothing stands above the diagonal', worst: aboveDiagonal, limit: 0 },
  { name: 'without positions, permuting the words permutes the output', worst: permutation, limit: 1e-4 },
  { name: 'cached decoding equals uncached', worst: caching, limit: 1e-4 },
  { name: 'a key masked before the softmax equals renormalising after it', worst: masking, limit: 1e-5 },
];
