import type { ModelInfo } from '../contract/index.ts';
import { createTokenizer } from '../tokens/index.ts';
import { readJson } from './fixtures.ts';

/** The bundled model's tokenizer. */
export const tokenizerFromDisk = (info: ModelInfo) =>
  createTokenizer(readJson('public/models/en-fr/tokenizer.json'), info);
