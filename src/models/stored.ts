import {
  type AttentionKind,
  attentionStage,
  axesOf,
  type Frame,
  type Golden,
  HeadlightError,
  kindAt,
  ModelError,
  type ModelInfo,
  makeFrame,
  type Picture,
  parseStageName,
  type StageName,
  sizeOf,
  UNCHANGED,
} from '../contract/index.ts';
import { readShape } from './read.ts';
import { type StoredJson, storedSchema } from './storedSchema.ts';

export const STORED_FILE = 'first-result.json';
export const STORED_NUMBERS_FILE = 'first-result.bin';

/** A picture as the two files that lie beside a model. Only `pattern` Frames are kept: they are what is drawn. */
export function encodeStoredPicture(picture: Picture): { json: StoredJson; bytes: Uint8Array<ArrayBuffer> } {
  const kept = [...picture.frames.values()].filter((frame) => frame.name.endsWith('.pattern'));
  const numbers = new Float32Array(kept.reduce((sum, frame) => sum + frame.data.length, 0));
  let offset = 0;
  const frames = kept.map((frame) => {
    const entry = { name: frame.name, shape: [...frame.shape], offset };
    numbers.set(frame.data, offset);
    offset += frame.data.length;
    return entry;
  });
  const { stored: _stored, frames: _frames, ...words } = picture;
  // Through the schema: what is written is what will be read, and no more.
  const json = readShape(storedSchema, { version: 1, ...words, frames }, 'encodeStoredPicture', STORED_FILE);
  return { json, bytes: new Uint8Array(numbers.buffer) };
}

function refuse(argument: string, expected: string, got: string): never {
  throw new ModelError('format', 'decodeStoredPicture', argument, expected, got, STORED_FILE);
}

/**
 * The stored picture, `stored: true`.
 * @param json the JSON of first-result.json
 * @param bytes first-result.bin
 * @throws ModelError `format` when the two do not fit each other or a number is not a weight.
 */
export function decodeStoredPicture(json: unknown, bytes: ArrayBuffer): Picture {
  const {
    version: _version,
    frames: entries,
    ...words
  } = readShape(storedSchema, json, 'decodeStoredPicture', STORED_FILE);
  if (bytes.byteLength % 4 !== 0) refuse(STORED_NUMBERS_FILE, 'float32 numbers', `${bytes.byteLength} bytes`);
  if (words.steps.length !== words.target.length) {
    refuse('steps', `${words.target.length}, one for each target token`, `${words.steps.length}`);
  }
  const numbers = new Float32Array(bytes);
  const frames = new Map<StageName, Frame>();
  let reached = 0;
  for (const { name, shape, offset } of entries) {
    const place = patternNamed(name);
    const axes = axesOf(place.kind, words);
    const [rows, columns] = [axes.queries.length, axes.keys.length];
    if (shape.length !== 3 || shape[1] !== rows || shape[2] !== columns) {
      refuse(name, `shape [heads,${rows},${columns}]`, `[${shape}]`);
    }
    if (offset !== reached || frames.has(place.name)) refuse(name, `offset ${reached}`, `${offset}`);
    reached = offset + sizeOf(shape);
    frames.set(place.name, readFrame(place.name, shape, numbers.slice(offset, reached)));
  }
  if (reached !== numbers.length) refuse(STORED_NUMBERS_FILE, `${reached} numbers`, `${numbers.length}`);
  return { ...words, frames, ...UNCHANGED, beam: null, before: null, stored: true };
}

function patternNamed(name: string): { readonly name: StageName; readonly kind: AttentionKind } {
  const parsed = parseStageName(name);
  const kind = parsed?.stage === 'pattern' ? kindAt(parsed.part, parsed.sub) : null;
  return kind ? { name: name as StageName, kind } : refuse('frames', 'pattern stages', name);
}

function readFrame(name: StageName, shape: readonly number[], data: Float32Array): Frame {
  if (data.some((value) => value < 0 || value > 1.001)) refuse(name, 'weights from 0 to 1', 'others');
  try {
    return makeFrame(name, shape, data);
  } catch (error) {
    if (error instanceof HeadlightError) refuse(name, error.expected, error.got);
    throw error;
  }
}

/**
 * Whether a stored picture is of this model: every layer's and head's pattern, ids the model has.
 * @throws ModelError `format`
 */
export function checkStored(picture: Picture, info: ModelInfo): void {
  for (const { kind, layers, heads } of info.sites) {
    for (let layer = 0; layer < layers; layer++) {
      const name = attentionStage(kind, layer, 'pattern');
      const got = picture.frames.get(name)?.shape[0];
      if (got !== heads) refuse(name, `${heads} heads`, `${got ?? 'none'}`);
    }
  }
  const tokens = [...picture.source, ...picture.target, ...picture.steps.map((step) => step.token)];
  const stranger = tokens.find((token) => token.id >= info.vocabulary);
  if (stranger) refuse('id', `below ${info.vocabulary}`, `${stranger.id}`);
}

/**
 * What a device must give for the stored picture's input before it is trusted. A target the model wrote itself is asked
 * for as such: the check then covers the choice of words too.
 */
export function goldenOf(picture: Picture): Golden {
  const decoderInput = picture.target.map((token) => token.id);
  return {
    request: {
      source: picture.source.map((token) => token.id),
      target: picture.targetText === null ? null : decoderInput.slice(1),
      stages: [],
    },
    decoderInput,
    frames: new Map([...picture.frames].filter(([name]) => name.endsWith('.pattern'))),
  };
}
