import { type Tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import type { ModelInfo } from '../contract/index.ts';
import type { MarianWeights } from './architectures/marianWeights.ts';
import type { Device } from './device.ts';
import { type Linear, product } from './ops/linear.ts';
import { scoped } from './run.ts';

/** The learned maps of one encoder pass, in order. */
function encoderMaps(weights: MarianWeights): Linear[] {
  const layers = weights.encoder.flatMap(({ self, feedForward }) => [
    self.qkv,
    self.out,
    feedForward.inner,
    feedForward.outer,
  ]);
  return [...layers, ...weights.decoder.map((layer) => layer.cross.kv)];
}

/** The learned maps of one decoding step, in order. */
function stepMaps(weights: MarianWeights): Linear[] {
  const layers = weights.decoder.flatMap(({ self, cross, feedForward }) => [
    self.qkv,
    self.out,
    cross.q,
    cross.out,
    feedForward.inner,
    feedForward.outer,
  ]);
  return [...layers, weights.unembed];
}

/**
 * Milliseconds (median) of the bare matrix products with weights that a full greedy run of these lengths cannot do without: one
 * encoder pass over `sourceLength` rows and `targetLength` single decoder steps; no bias, no attention, no normalisation. TF.js's
 * own product on the running backend, with the model's own weights.
 */
export async function measureProducts(
  weights: MarianWeights,
  info: ModelInfo,
  device: Device,
  lengths: { readonly source: number; readonly target: number },
  repeats: number,
): Promise<number> {
  const times: number[] = [];
  const inputs = new Map<string, Tensor>();
  await scoped(async () => {
    const rowsOf = (rows: number, map: Linear): Tensor => {
      const width = map.weight.shape[1] ?? info.width;
      const key = `${rows}x${width}`;
      const held = inputs.get(key) ?? zeros([1, rows, width]);
      inputs.set(key, held);
      return held;
    };
    const run = (maps: readonly Linear[], rows: number): Tensor[] =>
      maps.map((map) => product(rowsOf(rows, map), map.weight));
    for (let i = 0; i < repeats + 1; i++) {
      const started = performance.now();
      const last = tidy(() => {
        run(encoderMaps(weights), lengths.source);
        let out: Tensor[] = [];
        for (let step = 0; step < lengths.target; step++) out = run(stepMaps(weights), 1);
        return out[out.length - 1] as Tensor;
      });
      await device.read([last]);
      last.dispose();
      // The first round compiles and warms up.
      if (i > 0) times.push(performance.now() - started);
    }
  });
  return median(times);
}

/** The middle of a list; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
