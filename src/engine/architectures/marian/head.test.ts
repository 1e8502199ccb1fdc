import { describe, expect, it } from 'vitest';
import {
  ATTENTION,
  ATTENTION_KINDS,
  type AttentionKind,
  type AttentionStage,
  attentionStage,
  type Engine,
  type Frame,
  type HeadWeights,
  type StageName,
  siteOf,
} from '../../../contract/index.ts';
import { modelFromDisk } from '../../../testing/fixtures.ts';
import { engineFor } from '../../testing/engineFor.ts';
import { expectClose } from '../../testing/onHosts.ts';

/** x·W + b. @param x [rows, inner] @param weight [inner, columns] */
function affine(x: ArrayLike<number>, weight: Float32Array, bias: Float32Array): number[] {
  const columns = bias.length;
  const inner = weight.length / columns;
  return Array.from({ length: (x.length / inner) * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let sum = bias[column] as number;
    for (let i = 0; i < inner; i++)
      sum += (x[row * inner + i] as number) * (weight[i * columns + column] as number);
    return sum;
  });
}

/** One head of a Frame [H, T, n]. */
function ofHead({ shape, data }: Frame, head: number): Float32Array {
  const [, rows = 0, width = 0] = shape;
  return data.subarray(head * rows * width, (head + 1) * rows * width);
}

const STAGES: AttentionStage[] = ['q', 'k', 'v', 'headOutput', 'attentionOutput', 'afterAttention'];

/** The frames around an attention sub-layer, what it reads among them. */
async function framesAround(engine: Engine, kind: AttentionKind, layer: number) {
  const { part } = ATTENTION[kind];
  const last = engine.info.encoder.layers - 1;
  const names: StageName[] = [
    ...STAGES.map((stage) => attentionStage(kind, layer, stage)),
    `${part}.${layer}.input`,
    ...(kind === 'cross' ? [attentionStage('decoder', layer, 'afterAttention')] : []),
    `encoder.${last}.output`,
  ];
  const { frames } = await engine.run({ source: [5, 9, 12, 7, 1], target: [6, 8, 4], stages: names });
  const frame = (name: StageName) => frames.get(name) as Frame;
  return {
    of: (stage: AttentionStage) => frame(attentionStage(kind, layer, stage)),
    queries: frame(
      kind === 'cross' ? attentionStage('decoder', layer, 'afterAttention') : `${part}.${layer}.input`,
    ),
    keys: frame(kind === 'cross' ? `encoder.${last}.output` : `${part}.${layer}.input`),
  };
}

/** Mean 0 and variance 1, times the gain, plus the bias. */
function normed(x: readonly number[], { normGain, normBias }: HeadWeights): number[] {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
  return x.map(
    (value, d) => ((value - mean) / Math.sqrt(variance + 1e-5)) * (normGain[d] ?? 0) + (normBias[d] ?? 0),
  );
}

describe.each(['relu-odd-heads', 'gelu-odd-width'])('the maps of the heads of %s', (name) => {
  it.each(ATTENTION_KINDS)('%s: give q, k, v, and together what the sub-layer gives', async (kind) => {
    const engine = await engineFor(modelFromDisk(name), 'cpu');
    const { layers, heads } = siteOf(engine.info, kind);
    const layer = layers - 1;
    const { of, queries, keys } = await framesAround(engine, kind, layer);
    const { width } = engine.info;
    const sum = new Float64Array(of('attentionOutput').data.length);
    let any: HeadWeights | null = null;
    for (let head = 0; head < heads; head++) {
      const weights = await engine.headWeights(kind, layer, head);
      any = weights;
      expect([weights.q.length, weights.o.length, weights.qBias.length]).toEqual([
        (width * width) / heads,
        (width * width) / heads,
        width / heads,
      ]);
      expectClose(affine(queries.data, weights.q, weights.qBias), ofHead(of('q'), head), 1e-4);
      expectClose(affine(keys.data, weights.k, weights.kBias), ofHead(of('k'), head), 1e-4);
      expectClose(affine(keys.data, weights.v, weights.vBias), ofHead(of('v'), head), 1e-4);
      affine(ofHead(of('headOutput'), head), weights.o, new Float32Array(width)).forEach((value, i) => {
        sum[i] = (sum[i] ?? 0) + value;
      });
    }
    if (!any) throw new Error('no head');
    const { oBias } = any;
    expectClose(
      [...sum].map((value, i) => value + (oBias[i % width] ?? 0)),
      of('attentionOutput').data,
      1e-4,
    );
    const rows = of('attentionOutput').data.length / width;
    const row = (data: Float32Array, t: number) => [...data.subarray(t * width, (t + 1) * width)];
    for (let t = 0; t < rows; t++) {
      const total = row(of('attentionOutput').data, t).map(
        (value, d) => value + (row(queries.data, t)[d] ?? 0),
      );
      expectClose(normed(total, any), row(of('afterAttention').data, t), 1e-4);
    }
    engine.dispose();
  });
});

it('gives copies: whoever changes them changes no model', async () => {
  const engine = await engineFor(modelFromDisk('relu-scaled'), 'cpu');
  const first = await engine.headWeights('encoder', 0, 1);
  for (const numbers of Object.values(first) as Float32Array[]) numbers.fill(7);
  const again = await engine.headWeights('encoder', 0, 1);
  for (const numbers of Object.values(again) as Float32Array[]) expect(numbers[0]).not.toBe(7);
  engine.dispose();
});

it.each<[AttentionKind, number, number, string]>([
  ['encoder', 2, 0, 'headWeights: layer: expected a whole number from 0 to 1, got 2'],
  ['decoder', 1, 0, 'headWeights: layer: expected a whole number from 0 to 0, got 1'],
  ['encoder', 0, 2, 'headWeights: head: expected a whole number from 0 to 1, got 2'],
  ['cross', 0, 4, 'headWeights: head: expected a whole number from 0 to 3, got 4'],
  ['cross', -1, 0, 'headWeights: layer: expected a whole number from 0 to 0, got -1'],
  ['decoder', 0, 0.5, 'headWeights: head: expected a whole number from 0 to 3, got 0.5'],
])('refuses the head %s %d %d', async (kind, layer, head, text) => {
  const engine = await engineFor(modelFromDisk('relu-scaled'), 'cpu');
  const asked = engine.headWeights(kind, layer, head);
  await expect(asked).rejects.toThrow(text);
  await expect(asked).rejects.toMatchObject({ code: 'bad-request' });
  engine.dispose();
});
