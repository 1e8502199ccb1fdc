import { EngineError, type Token } from '../../contract/index.ts';
import type { Matrix } from './matrix.ts';

/** A matrix over words, with the words as tokens (a word's id is its first piece's). */
export interface WordMatrix {
  readonly matrix: Matrix;
  readonly queries: readonly Token[];
  readonly keys: readonly Token[];
}

const BYTE = /^<0x([0-9A-Fa-f]{2})>$/;

/** Pieces written together; characters that came as single bytes are put together again. */
function joinTexts(texts: readonly string[]): string {
  const bytes: number[] = [];
  let text = '';
  const flush = () => {
    text += new TextDecoder().decode(Uint8Array.from(bytes));
    bytes.length = 0;
  };
  for (const piece of texts) {
    const byte = BYTE.exec(piece)?.[1];
    if (byte !== undefined) bytes.push(Number.parseInt(byte, 16));
    else {
      if (bytes.length > 0) flush();
      text += piece;
    }
  }
  if (bytes.length > 0) flush();
  return text;
}

/** Neighbouring pieces of one word as one list each, in order. */
function piecesByWord(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (last?.[0]?.word === token.word) last.push(token);
    else groups.push([token]);
  }
  return groups;
}

/** One token per word: its pieces' texts written together, from the first piece's start to the last one's end. */
export function joinTokens(tokens: readonly Token[]): readonly Token[] {
  return piecesByWord(tokens).flatMap((pieces) => {
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first || !last) return [];
    return [{ ...first, text: joinTexts(pieces.map((p) => p.text)), end: last.end, byte: undefined }];
  });
}

/** For each word, as `joinTokens` gives them, the positions of its pieces. */
export function wordPieces(tokens: readonly Token[]): readonly (readonly number[])[] {
  let at = 0;
  return piecesByWord(tokens).map((pieces) => pieces.map(() => at++));
}

/** For each token the number of its word, counted from 0 on screen. */
export function wordNumbers(tokens: readonly Token[]): readonly number[] {
  return piecesByWord(tokens).flatMap((pieces, word) => pieces.map(() => word));
}

/**
 * From pieces to words: the pieces of a key word are summed (what a word gets is what its pieces get), the pieces of a
 * query word are averaged (its pieces share one row), so that rows still sum to 1.
 * @param matrix [T, S] over `queryTokens` (T) and `keyTokens` (S).
 * @throws EngineError `shape` when the tokens are not as many as rows and columns.
 */
export function joinWords(
  matrix: Matrix,
  queryTokens: readonly Token[],
  keyTokens: readonly Token[],
): WordMatrix {
  if (queryTokens.length !== matrix.T || keyTokens.length !== matrix.S) {
    const got = `${queryTokens.length} and ${keyTokens.length}`;
    throw new EngineError('shape', 'joinWords', 'tokens', `${matrix.T} queries and ${matrix.S} keys`, got);
  }
  const [queries, keys] = [joinTokens(queryTokens), joinTokens(keyTokens)];
  const [rows, columns] = [wordNumbers(queryTokens), wordNumbers(keyTokens)];
  const pieces = queries.map((_, word) => rows.filter((row) => row === word).length);
  const S = keys.length;
  const data = new Float32Array(queries.length * S);
  rows.forEach((row, query) => {
    columns.forEach((column, key) => {
      const share = (matrix.data[query * matrix.S + key] ?? 0) / (pieces[row] ?? 1);
      data[row * S + column] = (data[row * S + column] ?? 0) + share;
    });
  });
  return { matrix: { data, T: queries.length, S }, queries, keys };
}
