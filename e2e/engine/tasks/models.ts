import type { BackendName, Engine, ModelInfo, Parameters } from '../../../src/contract/index.ts';
import { createEngine } from '../../../src/engine/index.ts';
import { parseSafetensors, readModelInfo } from '../../../src/models/index.ts';
import { type GradientCase, type ReferenceCase, stagesOfCase } from '../../../src/testing/index.ts';

const FIXTURES = '/fixtures';
export const WASM_PATH = '/wasm/';

const folderOf = (model: string) => (model === 'en-fr' ? '/models/en-fr' : `${FIXTURES}/models/${model}`);

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const json = async (path: string): Promise<unknown> => (await fetched(path)).json();

/** A JSON file of `fixtures`. */
export const readFixture = (file: string): Promise<unknown> => json(`${FIXTURES}/${file}`);

async function tensors(path: string): Promise<Parameters> {
  return parseSafetensors(await (await fetched(path)).arrayBuffer(), path);
}

/** All reference cases of one model. */
export async function casesOf(model: string): Promise<readonly ReferenceCase[]> {
  const { cases } = (await json(`${FIXTURES}/reference/index.json`)) as { cases: ReferenceCase[] };
  return cases.filter((each) => each.model === model);
}

export const stagesOf = (name: string): Promise<Parameters> =>
  tensors(`${FIXTURES}/reference/${name}.safetensors`);

/** All gradient cases of one model, with their frames. */
export async function gradientsOf(
  model: string,
): Promise<{ readonly asked: GradientCase; readonly frames: Parameters }[]> {
  const cases = (await json(`${FIXTURES}/gradients/index.json`)) as readonly GradientCase[];
  const stored = await tensors(`${FIXTURES}/gradients/${model}.safetensors`);
  const mine = cases.filter((each) => each.model === model);
  return mine.map((asked) => ({ asked, frames: stagesOfCase(stored, asked.name) }));
}

/** A case with what is stored of it. */
export interface StoredCase {
  readonly reference: ReferenceCase;
  readonly stages: Parameters;
}

/** All changed cases of one model. */
export async function changedCasesOf(model: string): Promise<StoredCase[]> {
  const cases = (await json(`${FIXTURES}/changes/index.json`)) as readonly ReferenceCase[];
  const stored = await tensors(`${FIXTURES}/changes/${model}.safetensors`);
  const mine = cases.filter((each) => each.model === model);
  return mine.map((reference) => ({ reference, stages: stagesOfCase(stored, reference.name) }));
}

export interface Model {
  readonly info: ModelInfo;
  readonly parameters: Parameters;
}

const models = new Map<string, Promise<Model>>();

/**
 * A fixture model by its folder's name, or the bundled one, `en-fr`. Fetched once: of two requests at the same time for
 * a file too large for the browser's cache, Chromium fails the second (`ERR_CACHE_WRITE_FAILURE`).
 */
export function modelFor(name: string): Promise<Model> {
  const model = models.get(name) ?? fetchModel(name);
  models.set(name, model);
  return model;
}

async function fetchModel(name: string): Promise<Model> {
  const folder = folderOf(name);
  const [config, generation] = await Promise.all([
    json(`${folder}/config.json`),
    json(`${folder}/generation_config.json`),
  ]);
  return {
    info: readModelInfo(config, generation),
    parameters: await tensors(`${folder}/model.safetensors`),
  };
}

/** An engine on exactly this backend. @throws Error when it took another */
export async function engineFor(model: string, backend: BackendName): Promise<Engine> {
  const engine = await createEngine({
    ...(await modelFor(model)),
    backend,
    golden: null,
    wasmPath: WASM_PATH,
  });
  const report = engine.backend();
  if (report.name !== backend) throw new Error(`asked for ${backend}, got ${JSON.stringify(report)}`);
  return engine;
}
