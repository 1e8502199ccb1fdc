import type { Token } from '../../../src/contract/index.ts';
import type { Matrix } from '../../../src/layout/index.ts';

/** Made-up words and weights, for looking at the views without a model. */
export interface Scene {
  readonly queries: readonly Token[];
  readonly keys: readonly Token[];
}

const LECTURE = "The| animal| didn|'t| cross| the| street| because| it| was| too| tired|.";
const FRENCH = "L|'|animal| n|'a| pas| traversé| la| rue| parce| qu|'il| était| trop| fatigué|.";
const LONG_WORDS =
  'Donaudampfschifffahrtsgesellschaft| met| antidisestablishmentarianism| and| pneumonoultramicroscopic|silico| now';
const CHINESE = '这|只|动物|没有|过|马路|因为|它|太|累|了|。';
const ODD = 'a| 👩‍👩‍👧| \u0007| \u202e| שלום| <0xE2>|<0x82>| \u00a0| b';

function tokens(text: string, role: 'start' | 'end'): readonly Token[] {
  let start = 0;
  let word = -1;
  const pieces = text.split('|').map((piece, i): Token => {
    if (i === 0 || piece.startsWith(' ')) word += 1;
    const token = {
      id: i,
      text: piece.replace(/^ /, ''),
      start,
      end: start + piece.length,
      word,
      role: 'text' as const,
    };
    start = token.end;
    return token;
  });
  const mark: Token = { id: 0, text: '', start, end: start, word: word + 1, role };
  return role === 'end' ? [...pieces, mark] : [{ ...mark, start: 0, end: 0, word: -1 }, ...pieces];
}

function repeated(count: number): string {
  const words = LECTURE.split('|');
  return Array.from({ length: count - 1 }, (_, i) => words[i % words.length] ?? '').join('|');
}

/** A scene by name: a number is a sentence of so many tokens. */
export function sceneOf(name: string, kind: string): Scene {
  const texts: Readonly<Record<string, string>> = {
    long: LONG_WORDS,
    chinese: CHINESE,
    odd: ODD,
    lecture: LECTURE,
  };
  const english = texts[name] ?? repeated(Number(name) || 14);
  const source = tokens(english, 'end');
  const target = tokens(Number(name) > 20 ? repeated(Number(name) + 7) : FRENCH, 'start');
  if (kind === 'encoder') return { queries: source, keys: source };
  return { queries: target, keys: kind === 'cross' ? source : target };
}

/** Weights that look like a head's: a band about the diagonal, and "it" that reads "animal". */
export function weightsOf({ queries, keys }: Scene, kind: string, seed: number): Matrix {
  const [T, S] = [queries.length, keys.length];
  const data = new Float32Array(T * S);
  let state = seed;
  const random = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
  for (let query = 0; query < T; query++) {
    const row = Array.from({ length: S }, (_, key) => {
      if (kind === 'decoder' && key > query) return 0;
      const noun = queries[query]?.text === 'it' && keys[key]?.text === 'animal' ? 6 : 0;
      return Math.exp(2.2 * random() + noun - Math.abs(key - (query * S) / T) / 1.6);
    });
    const total = row.reduce((a, b) => a + b, 0);
    row.forEach((weight, key) => {
      data[query * S + key] = weight / total;
    });
  }
  return { data, T, S };
}
