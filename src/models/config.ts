import * as v from 'valibot';
import {
  type Activation,
  ModelError,
  type ModelInfo,
  type Part,
  type StackInfo,
  sitesOf,
} from '../contract/index.ts';
import { count, readShape, size } from './read.ts';

export const CONFIG_FILE = 'config.json';
export const GENERATION_FILE = 'generation_config.json';

const id = v.nullish(count);
const idOrList = v.nullish(v.union([count, v.array(count)]));
const flag = v.nullish(v.boolean());
const number = v.nullish(v.number());

/** What may stand in either file and says how words are chosen. Everything else in the files is let pass. */
const choosing = {
  max_length: v.nullish(size),
  max_new_tokens: v.nullish(size),
  bad_words_ids: v.nullish(v.array(v.array(count))),
  suppress_tokens: v.nullish(v.array(count)),
  forced_eos_token_id: idOrList,
  forced_bos_token_id: id,
  begin_suppress_tokens: v.nullish(v.array(v.number())),
  sequence_bias: v.nullish(v.unknown()),
  min_length: number,
  min_new_tokens: number,
  no_repeat_ngram_size: number,
  encoder_no_repeat_ngram_size: number,
  repetition_penalty: number,
  encoder_repetition_penalty: number,
};

const marks = { decoder_start_token_id: id, eos_token_id: idOrList, pad_token_id: id };

const configSchema = v.object({
  ...choosing,
  ...marks,
  model_type: v.string(),
  architectures: v.nullish(v.array(v.string())),
  is_encoder_decoder: flag,
  d_model: size,
  vocab_size: size,
  decoder_vocab_size: v.nullish(size),
  max_position_embeddings: size,
  encoder_layers: size,
  encoder_attention_heads: size,
  encoder_ffn_dim: size,
  decoder_layers: size,
  decoder_attention_heads: size,
  decoder_ffn_dim: size,
  activation_function: v.string(),
  scale_embedding: flag,
  label_smoothing: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  share_encoder_decoder_embeddings: flag,
  tie_word_embeddings: flag,
  normalize_before: flag,
  normalize_embedding: flag,
  add_final_layer_norm: flag,
  static_position_embeddings: flag,
});
const generationSchema = v.object({ ...choosing, ...marks });

type Config = v.InferOutput<typeof configSchema>;
type Choosing = Pick<v.InferOutput<typeof generationSchema>, keyof typeof choosing>;
type Where = { readonly file: string; readonly key: string };

function unsupported({ file, key }: Where, expected: string, got: unknown): never {
  const argument = `${file} ${key}`;
  throw new ModelError('unsupported', 'readModelInfo', argument, expected, JSON.stringify(got), file);
}

function broken({ file, key }: Where, expected: string, got: unknown): never {
  const argument = `${file} ${key}`;
  throw new ModelError('format', 'readModelInfo', argument, expected, JSON.stringify(got) ?? 'nothing', file);
}

/**
 * What the engine must know of a Hugging Face model. The marks (start, end, padding) come from
 * generation_config.json where it names them, else from config.json; the rules of choosing words (length, forbidden
 * ids, forced end) from generation_config.json alone when there is one, as `transformers` does.
 * @param config the JSON of config.json
 * @param generation the JSON of generation_config.json, or null when the folder has none
 * @throws ModelError `format` when a value is missing or of another shape; `unsupported`, naming the key, for a model
 * this project cannot run.
 */
export function readModelInfo(config: unknown, generation: unknown | null): ModelInfo {
  const model = readShape(configSchema, config, 'readModelInfo', CONFIG_FILE);
  const choice =
    generation === null ? null : readShape(generationSchema, generation, 'readModelInfo', GENERATION_FILE);
  const family = familyOf(model);
  checkKind(model);
  const rules: Choosing = choice ?? model;
  const rulesFile = choice ? GENERATION_FILE : CONFIG_FILE;
  checkRules(rules, rulesFile);
  const mark = (key: keyof typeof marks): number => {
    const named = choice?.[key] !== undefined && choice[key] !== null ? choice[key] : model[key];
    const single = oneId(named, { file: choice?.[key] == null ? CONFIG_FILE : GENERATION_FILE, key });
    if (single === null) return broken({ file: CONFIG_FILE, key }, 'an id', named);
    return known(single, model, { file: CONFIG_FILE, key });
  };
  const endId = mark('eos_token_id');
  const [encoder, decoder, width] = [stack(model, 'encoder'), stack(model, 'decoder'), model.d_model];
  return {
    family,
    encoder: { layers: encoder.layers, feedForward: encoder.feedForward },
    decoder: { layers: decoder.layers, feedForward: decoder.feedForward },
    sites: sitesOf({ width, encoder, decoder }),
    width,
    vocabulary: model.vocab_size,
    maxPositions: model.max_position_embeddings,
    activation: activationOf(model),
    ...(model.label_smoothing ? { labelSmoothing: model.label_smoothing } : {}),
    scaleEmbedding: model.scale_embedding ?? false,
    startId: mark('decoder_start_token_id'),
    endId,
    padId: mark('pad_token_id'),
    forbiddenIds: forbiddenIds(rules, rulesFile, model, endId),
    forcedEndId: forcedEnd(rules, rulesFile, model),
    maxTargetLength: maxTargetLength(rules, model),
  };
}

/** Hugging Face's `model_type`, the class it must be of, and the engine's name of the family. */
const FAMILIES = [{ type: 'marian', className: 'MarianMTModel', family: 'marian' }];

/** @throws ModelError `unsupported` for a kind of model that the engine does not run */
function familyOf({ model_type, architectures }: Config): string {
  const known = FAMILIES.find(({ type }) => type === model_type);
  const types = FAMILIES.map(({ type }) => `"${type}"`).join(', ');
  if (!known) return unsupported({ file: CONFIG_FILE, key: 'model_type' }, types, model_type);
  if (architectures && !architectures.includes(known.className)) {
    unsupported({ file: CONFIG_FILE, key: 'architectures' }, `"${known.className}"`, architectures);
  }
  return known.family;
}

/** Refuses what the family's models are not, or what this project's engine does not compute. */
function checkKind(model: Config): void {
  const at = (key: keyof Config): Where => ({ file: CONFIG_FILE, key });
  const must = (key: keyof Config, wanted: boolean) => {
    if ((model[key] ?? wanted) !== wanted) unsupported(at(key), String(wanted), model[key]);
  };
  must('is_encoder_decoder', true);
  must('normalize_before', false);
  must('normalize_embedding', false);
  must('add_final_layer_norm', false);
  must('static_position_embeddings', true);
  if ((model.decoder_vocab_size ?? model.vocab_size) !== model.vocab_size) {
    unsupported(at('decoder_vocab_size'), `vocab_size, ${model.vocab_size}`, model.decoder_vocab_size);
  }
  if (model.max_position_embeddings < 2) {
    unsupported(at('max_position_embeddings'), 'at least 2', model.max_position_embeddings);
  }
}

/** Refuses rules that would make greedy decoding choose other words than ours. */
function checkRules(rules: Choosing, file: string): void {
  const neutral = (key: keyof Choosing, value: number) => {
    const given = rules[key];
    if (given !== null && given !== undefined && given !== value)
      unsupported({ file, key }, `${value}`, given);
  };
  const absent = (key: keyof Choosing) => {
    const given = rules[key];
    if (given !== null && given !== undefined) unsupported({ file, key }, 'none', given);
  };
  neutral('min_length', 0);
  neutral('min_new_tokens', 0);
  neutral('no_repeat_ngram_size', 0);
  neutral('encoder_no_repeat_ngram_size', 0);
  neutral('repetition_penalty', 1);
  neutral('encoder_repetition_penalty', 1);
  absent('forced_bos_token_id');
  absent('begin_suppress_tokens');
  absent('sequence_bias');
}

function stack(model: Config, part: Part): StackInfo & { readonly heads: number } {
  const heads = model[`${part}_attention_heads`];
  if (model.d_model % heads !== 0) {
    const where = { file: CONFIG_FILE, key: `${part}_attention_heads` };
    broken(where, `a divisor of d_model, ${model.d_model}`, heads);
  }
  return { layers: model[`${part}_layers`], heads, feedForward: model[`${part}_ffn_dim`] };
}

const ACTIVATIONS: ReadonlyMap<string, Activation> = new Map([
  ['relu', 'relu'],
  ['gelu', 'gelu'],
  ['swish', 'swish'],
  // Two names of one function.
  ['silu', 'swish'],
]);

function activationOf(model: Config): Activation {
  const where = { file: CONFIG_FILE, key: 'activation_function' };
  const known = ACTIVATIONS.get(model.activation_function);
  return known ?? unsupported(where, 'relu, swish, silu or gelu', model.activation_function);
}

/** An id that may be written as a list of one. */
function oneId(value: number | number[] | null | undefined, where: Where): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  const [first] = value;
  return value.length === 1 && first !== undefined ? first : unsupported(where, 'one id', value);
}

function known(value: number, model: Config, where: Where): number {
  return value < model.vocab_size ? value : broken(where, `an id below ${model.vocab_size}`, value);
}

function forcedEnd(rules: Choosing, file: string, model: Config): number | null {
  const where = { file, key: 'forced_eos_token_id' };
  const single = oneId(rules.forced_eos_token_id, where);
  return single === null ? null : known(single, model, where);
}

function forbiddenIds(rules: Choosing, file: string, model: Config, endId: number): number[] {
  const where = { file, key: 'bad_words_ids' };
  const words = (rules.bad_words_ids ?? []).map((word) => {
    const single = word.length === 1 ? word[0] : undefined;
    return known(single ?? unsupported(where, 'lists of one id', word), model, where);
  });
  const silenced = (rules.suppress_tokens ?? []).map((value) =>
    known(value, model, { file, key: 'suppress_tokens' }),
  );
  // transformers leaves the end mark out of the bad words, or a sentence could never end.
  return [...new Set([...words.filter((word) => word !== endId), ...silenced])].sort((a, b) => a - b);
}

/** `max_length` counts the start mark, the contract's length does not; `max_new_tokens` wins and counts as we do. */
function maxTargetLength(rules: Choosing, model: Config): number {
  const limit = model.max_position_embeddings;
  const asked = rules.max_new_tokens ? rules.max_new_tokens + 1 : (rules.max_length ?? limit);
  return Math.max(1, Math.min(asked, limit) - 1);
}
