/** Text to ids and back, with where each piece stands. */
export { createTokenizer, type MarkIds } from './tokenizer.ts';
