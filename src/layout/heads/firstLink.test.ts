import { describe, expect, it } from 'vitest';
import type { Frame, Token } from '../../contract/index.ts';
import { firstLink } from './firstLink.ts';

function source(text: string): readonly Token[] {
  let start = 0;
  const words = text.split(' ').map((word, at): Token => {
    const token = { id: at, text: word, start, end: start + word.length, role: 'text' as const, word: at };
    start += word.length + 1;
    return token;
  });
  return [...words, { id: 99, text: '</s>', start, end: start, role: 'end', word: words.length }];
}

/** One head whose row `query` reads the key so much; nothing else is read. */
function picture(text: string, query: number, key: number) {
  const tokens = source(text);
  const S = tokens.length;
  const data = new Float32Array(S * S);
  data[query * S + key] = 0.9;
  const frame: Frame = { name: 'encoder.0.self.pattern', shape: [1, S, S], data };
  return { source: tokens, target: [], frames: new Map([[frame.name, frame]]) };
}

const TIRED = 'The animal crossed the street because it was tired';

describe('the link a finder begins with', () => {
  it('leads from the pronoun to the noun that is read most', () => {
    expect(firstLink(picture(TIRED, 6, 1))).toEqual({ kind: 'encoder', query: 6, key: 1 });
    expect(firstLink(picture(TIRED, 6, 4))).toEqual({ kind: 'encoder', query: 6, key: 4 });
  });

  it('is not drawn to the little words, however much they are read', () => {
    const { key } = firstLink(picture(TIRED, 6, 5)) ?? { key: -1 };
    expect([1, 2, 4]).toContain(key);
  });

  it('without a pronoun joins two words that may be nouns', () => {
    expect(firstLink(picture('The dog bit the man', 4, 1))).toEqual({ kind: 'encoder', query: 4, key: 1 });
  });

  it('is none in a sentence of one word', () => {
    expect(firstLink(picture('Dogs', 0, 0))).toBeNull();
    expect(firstLink({ source: [], target: [], frames: new Map() })).toBeNull();
  });
});
