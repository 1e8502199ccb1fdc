import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Changed, type Engine, type Picture, UNCHANGED } from '../../src/contract/index.ts';
import { createEngine } from '../../src/engine/index.ts';
import { parseSafetensors, readModelInfo } from '../../src/models/index.ts';
import { createTokenizer } from '../../src/tokens/index.ts';
import { Translator } from '../../src/worker/index.ts';

const require = createRequire(import.meta.url);

/** A model of a folder, ready to turn texts into pictures, in Node. */
export interface OpenedFolder {
  readonly engine: Engine;
  /** With these changes in the model, or as it was trained. */
  picture(text: string, changed?: Changed): Promise<Picture>;
}

/** Opens a model's folder on wasm. */
export async function openFolder(folder: string): Promise<OpenedFolder> {
  const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const info = readModelInfo(json('config.json'), json('generation_config.json'));
  const bytes = new Uint8Array(readFileSync(path.join(folder, 'model.safetensors')));
  const parameters = parseSafetensors(bytes.buffer, 'model.safetensors');
  const wasmPath = `${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`;
  const engine = await createEngine({ info, parameters, backend: 'wasm', golden: null, wasmPath });
  const translator = new Translator(createTokenizer(json('tokenizer.json'), info), info);
  const picture = async (text: string, changed: Changed = UNCHANGED): Promise<Picture> => {
    const sentence = translator.read(text, null);
    return translator.picture(sentence, await engine.run(translator.request(sentence, changed)), changed, 0);
  };
  return { engine, picture };
}
