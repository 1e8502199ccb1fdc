import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ModelInfo, Parameters } from '../contract/index.ts';
import { parseSafetensors, readModelInfo } from '../models/index.ts';
import type { GradientCase } from './gradients.ts';
import { type ReferenceCase, stagesOfCase } from './parity.ts';

/* The reference numbers and models in Node; e2e/engine/tasks/models.ts is the same in the browser. */

const FIXTURES = path.resolve('fixtures');

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** A JSON file of `fixtures/`. */
export const readFixture = (file: string): unknown => readJson(`${FIXTURES}/${file}`);

function readTensors(file: string): Parameters {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return parseSafetensors(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, file);
}

/** The cases of the unchanged models. */
export const { cases } = readFixture('reference/index.json') as { cases: readonly ReferenceCase[] };

/** Every stage of a reference case. */
export const stagesOf = (name: string): Parameters =>
  readTensors(`${FIXTURES}/reference/${name}.safetensors`);

/** The cases of gradients, and one's frames. */
export const gradientCases = readFixture('gradients/index.json') as readonly GradientCase[];
export const gradientsOf = ({ model, name }: GradientCase): Parameters =>
  stagesOfCase(readTensors(`${FIXTURES}/gradients/${model}.safetensors`), name);

/** The cases with changes. */
export const changedCases = readFixture('changes/index.json') as readonly ReferenceCase[];

/** The stages that are stored of a changed case. */
export const stagesOfChanged = ({ model, name }: ReferenceCase): Parameters =>
  stagesOfCase(readTensors(`${FIXTURES}/changes/${model}.safetensors`), name);

/** Texts and the ids that Python's `tokenizers` gives them (training/reference.py). */
export const tokenizerCases = (): readonly (readonly [text: string, ids: readonly number[]])[] =>
  JSON.parse(gunzipSync(readFileSync(`${FIXTURES}/tokenizer.json.gz`)).toString('utf8'));

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
