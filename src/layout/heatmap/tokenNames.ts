import type { Token } from '../../contract/index.ts';
import { joinTokens } from '../matrix/joinWords.ts';
import { occurrence, tokenLabel } from './labels.ts';

/** What a row or column is called in a sentence. */
export interface TokenName {
  /** As it is written; null for a position beyond the words, which has only its number. */
  readonly label: string | null;
  readonly role: Token['role'];
  /** Which of several equal ones it is, from 1; 0 when it stands alone. */
  readonly nth: number;
  /** Of its first piece, from 0. */
  readonly position: number;
}

/** Positions of neighbouring pieces of one word, word by word. */
function positionsByWord(tokens: readonly Token[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  tokens.forEach((token, position) => {
    const before = tokens[position - 1];
    if (before && before.word === token.word) groups.at(-1)?.push(position);
    else groups.push([position]);
  });
  return groups;
}

/** Names of positions, in the order of the sentence: all pieces of a word together are the word, others are pieces. */
export function nameTokens(tokens: readonly Token[], positions: readonly number[]): readonly TokenName[] {
  const meant = new Set(positions);
  const words = joinTokens(tokens).map(tokenLabel);
  const pieces = tokens.map(tokenLabel);
  const name = (labels: readonly string[], index: number, position: number): TokenName => ({
    label: labels[index] ?? null,
    role: tokens[position]?.role ?? 'text',
    nth: occurrence(labels, index),
    position,
  });
  const named = positionsByWord(tokens).flatMap((group, word) => {
    const [first = 0] = group;
    if (group.every((position) => meant.has(position))) return [name(words, word, first)];
    return group
      .filter((position) => meant.has(position))
      .map((position) => name(pieces, position, position));
  });
  const beyond = positions.filter((position) => position >= tokens.length);
  return [...named, ...beyond.map((position) => ({ label: null, role: 'text' as const, nth: 0, position }))];
}
