import { expect, test } from 'vitest';
import { createTokenizer } from './tokenizer.ts';

const metaspace = { type: 'Metaspace', replacement: '\u2581', prepend_scheme: 'always', split: true };
const mark = (id: number, content: string) => ({ id, content, special: true, normalized: false });

/** As converted Marian models have it: SentencePiece unigram without bytes. */
const unigram = createTokenizer({
  added_tokens: [mark(0, '</s>'), mark(1, '<unk>')],
  normalizer: { type: 'NFKC' },
  pre_tokenizer: metaspace,
  post_processor: null,
  decoder: metaspace,
  model: {
    type: 'Unigram',
    unk_id: 1,
    vocab: [
      ['</s>', 0],
      ['<unk>', 0],
      ['\u2581', -2],
      ['\u2581fish', -1],
      ['a', -3],
      ['s', -3],
      ['<', -5],
      ['/', -5],
      ['>', -5],
      ['\u2581a', -2],
      ['fi', -3],
      ['fish', -4],
    ],
  },
});

const shown = (text: string) =>
  unigram.encode(text).map(({ text: piece, start, end }) => [piece, start, end]);

test('a mark written in the text is text, although the vocabulary has a piece of that name', () => {
  expect(shown('a</s>').map(([piece]) => piece)).toEqual(['a', '<', '/', 's', '>']);
});

test('offsets are those of the text before it was normalised', () => {
  // One sign, U+FB01, becomes two letters.
  expect(shown('a \uFB01sh a')).toEqual([
    ['a', 0, 1],
    ['fish', 2, 5],
    ['a', 6, 7],
  ]);
});

test('what the vocabulary lacks is one mark over all its characters', () => {
  expect(shown('a 漢字 a')).toEqual([
    ['a', 0, 1],
    ['\u2581', 1, 2],
    ['<unk>', 2, 4],
    ['a', 5, 6],
  ]);
  expect(shown('a😀').at(-1)).toEqual(['<unk>', 1, 3]);
});
