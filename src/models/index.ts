/** From bytes to a model: download, checks, safetensors, Hugging Face's config, the stored first picture. */
export { readModelInfo } from './config.ts';
export type { Fetch } from './download.ts';
export { type LoadOptions, type OpenedModel, type OpenOptions, openModel } from './open.ts';
export { parseSafetensors } from './safetensors.ts';
export {
  decodeStoredPicture,
  encodeStoredPicture,
  goldenOf,
  STORED_FILE,
  STORED_NUMBERS_FILE,
} from './stored.ts';
