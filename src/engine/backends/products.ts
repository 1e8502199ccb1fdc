import { type Tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import type { ModelInfo } from '../../contract/index.ts';
import type { LoadedModel } from '../architectures/index.ts';
import { type Linear, product } from '../kernels/linear/linear.ts';
import { scoped } from '../run/scope.ts';
import type { Device } from './device.ts';

/**
 * Milliseconds (median) of the bare matrix products with weights that a full greedy run of these lengths cannot do
 * without: one encoder pass over `sourceLength` rows and `targetLength` single decoder steps; no bias, no attention,
 * no normalisation. TF.js's own product on the running backend, with the model's own weights.
 */
export async function measureProducts(
  { maps: { encoder, step } }: LoadedModel,
  info: ModelInfo,
  device: Device,
  lengths: { readonly source: number; readonly target: number },
  repeats: number,
): Promise<number> {
  const times: number[] = [];
  await scoped(async () => {
    const inputs = new Map<string, Tensor>();
    const width = (map: Linear) => map.weight.shape[1] ?? info.width;
    for (const map of encoder)
      inputs.set(`${lengths.source}x${width(map)}`, zeros([1, lengths.source, width(map)]));
    for (const map of step) inputs.set(`1x${width(map)}`, zeros([1, 1, width(map)]));
    const run = (maps: readonly Linear[], rows: number): Tensor[] =>
      maps.map((map) => product(inputs.get(`${rows}x${width(map)}`) as Tensor, map.weight));
    for (let i = 0; i < repeats + 1; i++) {
      const started = performance.now();
      const last = tidy(() => {
        run(encoder, lengths.source);
        let out: Tensor[] = [];
        for (let t = 0; t < lengths.target; t++) out = run(step, 1);
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
