import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ATTENTION, ModelError } from '../contract/index.ts';
import { readModelInfo } from './config.ts';

const config = {
  model_type: 'marian',
  architectures: ['MarianMTModel'],
  d_model: 24,
  vocab_size: 100,
  max_position_embeddings: 40,
  encoder_layers: 3,
  encoder_attention_heads: 4,
  encoder_ffn_dim: 50,
  decoder_layers: 2,
  decoder_attention_heads: 6,
  decoder_ffn_dim: 70,
  activation_function: 'swish',
  decoder_start_token_id: 99,
  eos_token_id: 0,
  pad_token_id: 99,
};

test('reads the label smoothing where the folder says it', () => {
  expect(readModelInfo({ ...config, label_smoothing: 0.1 }, null).labelSmoothing).toBe(0.1);
  expect(readModelInfo({ ...config, label_smoothing: null }, null).labelSmoothing).toBeUndefined();
  expect(() => readModelInfo({ ...config, label_smoothing: 2 }, null)).toThrow('label_smoothing');
});

test('reads the two stacks apart, with the defaults transformers has', () => {
  expect(readModelInfo(config, null)).toEqual({
    family: 'marian',
    encoder: { layers: 3, feedForward: 50 },
    decoder: { layers: 2, feedForward: 70 },
    sites: [
      { kind: 'encoder', ...ATTENTION.encoder, layers: 3, heads: 4, keyHeads: 4, headWidth: 6 },
      { kind: 'decoder', ...ATTENTION.decoder, layers: 2, heads: 6, keyHeads: 6, headWidth: 4 },
      { kind: 'cross', ...ATTENTION.cross, layers: 2, heads: 6, keyHeads: 6, headWidth: 4 },
    ],
    width: 24,
    vocabulary: 100,
    maxPositions: 40,
    activation: 'swish',
    scaleEmbedding: false,
    startId: 99,
    endId: 0,
    padId: 99,
    forbiddenIds: [],
    forcedEndId: null,
    maxTargetLength: 39,
  });
});

test('reads the bundled model', () => {
  const json = (name: string) => JSON.parse(readFileSync(`public/models/en-fr/${name}`, 'utf8'));
  const info = readModelInfo(json('config.json'), json('generation_config.json'));
  expect(info.vocabulary).toBe(json('config.json').vocab_size);
  expect(info.maxTargetLength).toBe(info.maxPositions - 1);
});

test.each([
  ['relu', 'relu'],
  ['gelu', 'gelu'],
  ['silu', 'swish'],
])('%s is %s', (written, activation) => {
  expect(readModelInfo({ ...config, activation_function: written }, null).activation).toBe(activation);
});

test('generation_config.json wins for marks and alone says the rules', () => {
  const spoken = { ...config, bad_words_ids: [[7]], forced_eos_token_id: 0, max_length: 11 };
  const before = readModelInfo(spoken, null);
  expect([before.forbiddenIds, before.forcedEndId, before.maxTargetLength]).toEqual([[7], 0, 10]);
  const after = readModelInfo(spoken, {
    eos_token_id: [5],
    max_length: 21,
    bad_words_ids: [[9], [8], [9], [5]],
  });
  expect(after.endId).toBe(5);
  expect(after.startId).toBe(99);
  // Sorted, once each, and never the end mark.
  expect([after.forbiddenIds, after.forcedEndId, after.maxTargetLength]).toEqual([[8, 9], null, 20]);
});

test.each([
  [{ max_length: 4000 }, 39],
  [{ max_length: 2 }, 1],
  [{ max_new_tokens: 7 }, 7],
  [{ max_new_tokens: 7, max_length: 3 }, 7],
  [{ max_new_tokens: 4000 }, 39],
])('%j leaves %i tokens', (rules, length) => {
  expect(readModelInfo(config, rules).maxTargetLength).toBe(length);
});

test('untied embeddings are the engine’s own business: it reads them from the file', () => {
  const untied = { ...config, tie_word_embeddings: false, share_encoder_decoder_embeddings: false };
  expect(readModelInfo(untied, null)).toEqual(readModelInfo(config, null));
});

test('suppressed ids are forbidden ids', () => {
  expect(readModelInfo(config, { suppress_tokens: [3, 99], bad_words_ids: [[4]] }).forbiddenIds).toEqual([
    3, 4, 99,
  ]);
});

test.each([
  [{ model_type: 'bart' }, null, 'config.json model_type: expected "marian", got "bart"'],
  [{ architectures: ['MarianForCausalLM'] }, null, 'architectures: expected "MarianMTModel"'],
  [{ is_encoder_decoder: false }, null, 'is_encoder_decoder: expected true, got false'],
  [{ normalize_before: true }, null, 'normalize_before: expected false, got true'],
  [{ normalize_embedding: true }, null, 'normalize_embedding: expected false, got true'],
  [{ add_final_layer_norm: true }, null, 'add_final_layer_norm: expected false, got true'],
  [{ static_position_embeddings: false }, null, 'static_position_embeddings: expected true, got false'],
  [{ decoder_vocab_size: 90 }, null, 'decoder_vocab_size: expected vocab_size, 100, got 90'],
  [
    { activation_function: 'tanh' },
    null,
    'activation_function: expected relu, swish, silu or gelu, got "tanh"',
  ],
  [{ max_position_embeddings: 1 }, null, 'max_position_embeddings: expected at least 2'],
  [{ eos_token_id: [1, 2] }, null, 'eos_token_id: expected one id, got [1,2]'],
  [
    {},
    { bad_words_ids: [[1, 2]] },
    'generation_config.json bad_words_ids: expected lists of one id, got [1,2]',
  ],
  [{}, { forced_eos_token_id: [1, 2] }, 'generation_config.json forced_eos_token_id: expected one id'],
  [{}, { repetition_penalty: 1.2 }, 'repetition_penalty: expected 1, got 1.2'],
  [{}, { no_repeat_ngram_size: 3 }, 'no_repeat_ngram_size: expected 0, got 3'],
  [{}, { min_length: 3 }, 'min_length: expected 0, got 3'],
  [{}, { forced_bos_token_id: 3 }, 'forced_bos_token_id: expected none, got 3'],
])('cannot run %j %j', (change, generation, text) => {
  const error = failing({ ...config, ...change }, generation);
  expect(error.code).toBe('unsupported');
  expect(error.message).toContain(text);
});

test.each([
  [null, null, 'config.json: expected Object, got null'],
  [{ ...config, d_model: '24' }, null, 'config.json d_model: expected number, got "24"'],
  [{ ...config, decoder_layers: 0 }, null, 'config.json decoder_layers: expected >=1, got 0'],
  [
    { ...config, encoder_attention_heads: 5 },
    null,
    'encoder_attention_heads: expected a divisor of d_model, 24, got 5',
  ],
  [{ ...config, eos_token_id: null }, null, 'eos_token_id: expected an id, got null'],
  [{ ...config, eos_token_id: 100 }, null, 'eos_token_id: expected an id below 100, got 100'],
  [config, { bad_words_ids: [[100]] }, 'bad_words_ids: expected an id below 100, got 100'],
  [config, { suppress_tokens: [-5] }, 'suppress_tokens'],
  [config, [], 'generation_config.json: expected Object, got Array'],
])('%# is broken', (broken, generation, text) => {
  const error = failing(broken, generation);
  expect(error.code).toBe('format');
  expect(error.message).toContain(text);
});

function failing(model: unknown, generation: unknown): ModelError {
  try {
    readModelInfo(model, generation);
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
