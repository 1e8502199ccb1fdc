import { createRequire } from 'node:module';
import path from 'node:path';
import type { BackendName, Engine, ModelInfo, Parameters } from '../../contract/index.ts';
import { createEngine } from '../index.ts';

/** The folder of TF.js's wasm binaries, with its slash. */
const PACKAGE = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
export const WASM_PATH = `${path.dirname(PACKAGE)}/dist/`;

/** An engine in Node on exactly this backend. @throws Error when it took another */
export async function engineFor(
  model: { readonly info: ModelInfo; readonly parameters: Parameters },
  backend: BackendName,
): Promise<Engine> {
  const engine = await createEngine({ ...model, backend, golden: null, wasmPath: WASM_PATH });
  const { name, trials } = engine.backend();
  if (name !== backend) throw new Error(`asked for ${backend}, got ${JSON.stringify(trials)}`);
  return engine;
}
