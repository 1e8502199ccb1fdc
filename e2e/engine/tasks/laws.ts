import fc from 'fast-check';
import type { BackendName } from '../../../src/contract/index.ts';
import { architectureOf } from '../../../src/engine/architectures/index.ts';
import { startBackend } from '../../../src/engine/backends/backend.ts';
import { sharedSimd } from '../../../src/engine/kernels/simd/simd.ts';
import { inputs } from '../../../src/engine/testing/arbitrary.ts';
import type { TestSession } from '../../../src/engine/testing/law.ts';
import { LAWS } from '../../../src/engine/testing/laws.ts';
import { modelFor, WASM_PATH } from './models.ts';

/** Tries every law on a model. @returns what fast-check says of each: null, or the counterexample and its seed */
export async function laws({ model, backend, runs }: { model: string; backend: BackendName; runs: number }) {
  const device = await startBackend(backend, { wasmPath: WASM_PATH, allowSoftwareWebgl: true });
  const { info, parameters } = await modelFor(model);
  const simd = backend === 'wasm' ? sharedSimd() : null;
  const loaded = architectureOf(info).load(parameters, info, simd);
  const session: TestSession = { info, device, model: loaded, parameters, cache: null };
  const outcomes: { name: string; failure: string | null }[] = [];
  for (const { name, worst, limit } of LAWS) {
    const property = fc.asyncProperty(inputs, async (input) => (await worst(session, input)) <= limit);
    const outcome = await fc.check(property, { numRuns: runs });
    outcomes.push({ name, failure: outcome.failed ? (fc.defaultReportMessage(outcome) ?? 'failed') : null });
  }
  return outcomes;
}
