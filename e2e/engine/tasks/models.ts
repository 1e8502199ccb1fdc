import type { BackendName, Engine, Golden, Parameters } from '../../../src/contract/index.ts';
import { createEngine } from '../../../src/engine/index.ts';
import { parseSafetensors, readModelInfo } from '../../../src/models/index.ts';
import type { ReferenceCase } from '../../../src/testing/index.ts';

const FIXTURES = '/e2e/fixtures';

const folderOf = (model: string) => (model === 'en-fr' ? '/models/en-fr' : `${FIXTURES}/models/${model}`);

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const json = async (path: string): Promise<unknown> => (await fetched(path)).json();

export async function tensors(path: string): Promise<Parameters> {
  return parseSafetensors(await (await fetched(path)).arrayBuffer(), path);
}

/** All reference cases of one model. */
export async function casesOf(model: string): Promise<readonly ReferenceCase[]> {
  const { cases } = (await json(`${FIXTURES}/reference/index.json`)) as { cases: ReferenceCase[] };
  return cases.filter((each) => each.model === model);
}

export const stagesOf = (name: string): Promise<Parameters> =>
  tensors(`${FIXTURES}/reference/${name}.safetensors`);

/** An engine with a fixture model, or the bundled one. @throws Error when it is not on the backend asked for */
export async function engineFor(
  model: string,
  backend: BackendName,
  golden: Golden | null = null,
): Promise<Engine> {
  const folder = folderOf(model);
  const info = readModelInfo(
    await json(`${folder}/config.json`),
    await json(`${folder}/generation_config.json`),
  );
  const parameters = await tensors(`${folder}/model.safetensors`);
  const engine = await createEngine({ info, parameters, backend, golden, wasmPath: '/wasm/' });
  const report = engine.backend();
  if (report.name !== backend) throw new Error(`asked for ${backend}, got ${JSON.stringify(report)}`);
  return engine;
}
