import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BackendName, Engine, ModelInfo, Parameters } from '../../src/contract/index.ts';
import { createEngine } from '../../src/engine/index.ts';
import { parseSafetensors, readModelInfo } from '../../src/models/index.ts';
import { type GradientCase, type ReferenceCase, stagesOfCase } from '../../src/testing/index.ts';

/* The reference models in Node; tasks/models.ts is the same in the browser. */

const FIXTURES = path.resolve('e2e/fixtures');

/** The folder of TF.js's wasm binaries, with its slash. */
export const WASM_PATH = `${path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`;

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function readTensors(file: string): Parameters {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return parseSafetensors(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, file);
}

export const { cases } = readJson(`${FIXTURES}/reference/index.json`) as { cases: ReferenceCase[] };

/** Every stage of a reference case. */
export const stagesOf = (name: string): Parameters =>
  readTensors(`${FIXTURES}/reference/${name}.safetensors`);

/** The cases of gradients, and one's frames. */
export const gradientCases = readJson(`${FIXTURES}/gradients/index.json`) as readonly GradientCase[];
export const gradientsOf = ({ model, name }: GradientCase): Parameters =>
  stagesOfCase(readTensors(`${FIXTURES}/gradients/${model}.safetensors`), name);

/** The cases with changes. */
export const changedCases = readJson(`${FIXTURES}/changes/index.json`) as readonly ReferenceCase[];

/** The stages that are stored of a changed case. */
export const stagesOfChanged = ({ model, name }: ReferenceCase): Parameters =>
  stagesOfCase(readTensors(`${FIXTURES}/changes/${model}.safetensors`), name);

export interface Model {
  readonly info: ModelInfo;
  readonly parameters: Parameters;
}

/** A fixture model by its folder's name, or the bundled one, `en-fr`. */
export function modelFromDisk(name: string): Model {
  const folder = name === 'en-fr' ? 'public/models/en-fr' : `${FIXTURES}/models/${name}`;
  const info = readModelInfo(readJson(`${folder}/config.json`), readJson(`${folder}/generation_config.json`));
  return { info, parameters: readTensors(`${folder}/model.safetensors`) };
}

/** An engine on exactly this backend. @throws Error when it took another */
export async function engineFor(model: Model, backend: BackendName): Promise<Engine> {
  const engine = await createEngine({ ...model, backend, golden: null, wasmPath: WASM_PATH });
  const { name, trials } = engine.backend();
  if (name !== backend) throw new Error(`asked for ${backend}, got ${JSON.stringify(trials)}`);
  return engine;
}
