import type { Kind, Pattern } from './looking.ts';

/** What the measures of a head need of the words, besides its pattern. */
export interface Words {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

const isParking = (word: string) => word === 'end mark' || /^[^\p{L}\p{N}\s]+$/u.test(word);
const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const add = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** A row, as far as it may read; where on its diagonal it stands. */
interface Row {
  readonly weights: readonly number[];
  readonly here: number;
  readonly parks: boolean;
}

/** The rows that have a choice. In the decoder, row i may read its first i + 1 words. */
function rowsWithChoice({ kind, rows }: Pattern, words: Words): readonly Row[] {
  const T = rows.length;
  const queries = kind === 'encoder' ? words.source : words.target;
  return rows
    .map((row, i) => ({
      weights: kind === 'decoder' ? row.slice(0, i + 1) : row,
      here: T > 1 ? (i / (T - 1)) * (row.length - 1) : 0,
      parks: isParking(queries[i] ?? ''),
    }))
    .filter(({ weights }) => weights.length > 1);
}

const bitsOf = ({ weights }: Row) => add(weights.map((w) => (w > 0 ? -w * Math.log2(w) : 0)));

/** Mean over rows of the weight `by` keys from the diagonal, of those rows that may read there. */
const beside = (rows: readonly Row[], by: number) =>
  mean(rows.flatMap(({ weights, here }) => weights[Math.round(here) + by] ?? []));

/** What the head finder can rank by, from the pattern alone, as its help describes it. */
export function measured(pattern: Pattern, words: Words): Readonly<Record<string, number | null>> {
  const rows = rowsWithChoice(pattern, words);
  const keys = pattern.kind === 'decoder' ? words.target : words.source;
  const parking = keys.flatMap((word, key) => (isParking(word) ? [key] : []));
  const resting = rows.flatMap(({ weights, parks }) => {
    const there = parking.filter((key) => key < weights.length);
    return parks || there.length === 0 ? [] : [add(there.map((key) => weights[key] ?? 0))];
  });
  return {
    distance: mean(
      rows.map(({ weights, here }) => add(weights.map((w, key) => w * Math.abs(key - here))) / add(weights)),
    ),
    entropy: mean(rows.map(bitsOf)),
    evenness: mean(rows.map((row) => bitsOf(row) / Math.log2(row.weights.length))),
    same: beside(rows, 0),
    previous: beside(rows, -1),
    next: beside(rows, 1),
    first: mean(rows.filter(({ here }) => Math.round(here) > 0).map(({ weights }) => weights[0] ?? 0)),
    separator: mean(resting),
    strongest: Math.max(...rows.flatMap(({ weights }) => weights)),
  };
}

/** How much a word reads another: its pieces' rows on average, the other's pieces' columns together. */
export function linkOf({ rows }: Pattern, queries: readonly number[], keys: readonly number[]): number {
  return mean(queries.map((query) => add(keys.map((key) => rows[query]?.[key] ?? 0)))) ?? 0;
}

/** The pieces that are written together as a word. */
export function piecesOf(texts: readonly string[], word: string): readonly number[] {
  for (let from = 0; from < texts.length; from++) {
    for (let to = from + 1; to <= texts.length; to++) {
      if (texts.slice(from, to).join('') === word)
        return Array.from({ length: to - from }, (_, i) => from + i);
    }
  }
  return [];
}

const NAMES: Readonly<Record<Kind, string>> = {
  encoder: 'Encoder',
  decoder: 'Decoder',
  cross: 'Cross-Attention',
};

/** A head as the page's lists name it. */
export const nameOf = ({ kind, layer, head }: Omit<Pattern, 'rows'>) =>
  `${NAMES[kind]} · layer ${layer + 1} · head ${head + 1}`;
