import { chooseSimd, Simd, type SimdVersion } from '../../../src/engine/kernels/simd/simd.ts';
import { SIMD_LAWS } from '../../../src/engine/testing/simdLaws.ts';
import { laws } from './laws.ts';

interface Outcome {
  readonly name: string;
  readonly failure: string | null;
}

/** The laws of one version of the SIMD loops, and those of a model that runs on wasm with it. */
export async function simd({ version, runs }: { version: SimdVersion; runs: number }): Promise<Outcome[]> {
  const loops = Simd.create(version);
  if (!loops) return [{ name: version, failure: 'does not run here' }];
  const alone = SIMD_LAWS.map(({ name, failure }) => ({ name, failure: failure(loops, 10 * runs) }));
  chooseSimd(version);
  return [...alone, ...(await laws({ model: 'gelu-odd-width', backend: 'wasm', runs }))];
}
