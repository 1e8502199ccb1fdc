import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AttentionKind,
  CellSet,
  HeadSet,
  Intervention,
  ModelInfo,
  Token,
} from '../../contract/index.ts';
import { sampleCard } from '../../testing/picture.ts';
import { nameTokens } from '../heatmap/tokenNames.ts';
import { countedFromOne, listChanges } from './changeList.ts';

/** 2 + 3 layers, 4 and 2 heads. */
const INFO: ModelInfo = sampleCard.info;

function tokens(pieces: string, mark: 'start' | 'end'): readonly Token[] {
  let word = -1;
  const text = pieces.split('|').map((piece, i): Token => {
    if (i === 0 || piece.startsWith(' ')) word++;
    return { id: i, text: piece.trim(), start: i, end: i + 1, word, role: 'text' };
  });
  const edge: Token = {
    id: 99,
    text: '',
    start: 0,
    end: 0,
    word: mark === 'start' ? -1 : word + 1,
    role: mark,
  };
  return mark === 'start' ? [edge, ...text] : [...text, edge];
}
const WORDS = {
  source: tokens('the| ani|mal| saw| the| street', 'end'),
  target: tokens("L'|animal| voit", 'start'),
};

const forbid = (
  kind: AttentionKind,
  cells: readonly (readonly [number | null, number | null])[],
  over: Partial<HeadSet> = {},
) =>
  ({
    type: 'forbid',
    kind,
    layer: 0,
    heads: [1],
    ...over,
    mode: 'before',
    cells: cells.map(([query, key]): CellSet => ({ query, key })),
  }) as const;
const off = (layer: number | null, heads: readonly number[] | null, kind: AttentionKind = 'encoder') =>
  ({ type: 'off', kind, layer, heads, way: 'zero' }) as const;

describe('names of positions', () => {
  const labels = (positions: readonly number[]) =>
    nameTokens(WORDS.source, positions).map(({ label, nth }) => [label, nth]);

  test('are words where all their pieces are meant, else pieces', () => {
    expect(labels([1, 2])).toEqual([['animal', 0]]);
    expect(labels([2, 3])).toEqual([
      ['mal', 0],
      ['saw', 0],
    ]);
  });

  test('say which of several equal words is meant', () => expect(labels([4])).toEqual([['the', 2]]));

  test('are marks, or numbers beyond the sentence', () => {
    expect(nameTokens(WORDS.source, [6, 9])).toMatchObject([
      { role: 'end', position: 6 },
      { label: null, role: 'text', position: 9 },
    ]);
  });

  test('hold every position once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(12)), (positions) => {
        const names = nameTokens(WORDS.source, positions);
        const pieces = names.reduce((sum, { label }) => sum + (label === 'animal' ? 2 : 1), 0);
        expect(pieces).toBe(positions.length);
      }),
    );
  });
});

describe('the list of changes', () => {
  const list = (...changes: Intervention[]) => listChanges(changes, WORDS, INFO);
  const says = (...changes: Intervention[]) => list(...changes).map(({ meaning }) => meaning);

  test('says the same of several heads and layers in one line', () => {
    expect(says(off(0, [0, 2]), off(1, [0, 2]))).toEqual([
      { say: 'off', way: 'zero', place: { kind: 'encoder', layers: null, heads: [0, 2] } },
    ]);
    expect(says(off(0, [0, 1], 'cross'), off(2, null, 'cross'))).toEqual([
      { say: 'off', way: 'zero', place: { kind: 'cross', layers: [0, 2], heads: null } },
    ]);
    expect(list(off(0, [0]), off(1, [0]))[0]?.parts).toEqual([off(0, [0]), off(1, [0])]);
    expect(says(off(0, [0]), off(1, [1]))).toHaveLength(2);
  });

  test('names the words of a cell, and says what they share in one line', () => {
    const [line, ...rest] = says(
      forbid('encoder', [
        [3, 1],
        [3, 2],
        [5, 1],
        [5, 2],
      ]),
    );
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      say: 'forbid',
      mode: 'before',
      queries: [{ label: 'saw' }, { label: 'street' }],
      keys: [{ label: 'animal' }],
    });
    expect(says(forbid('cross', [[1, 5]]))).toMatchObject([
      { queries: [{ label: "L'" }], keys: [{ label: 'street' }] },
    ]);
  });

  test('parts rows, columns and cells', () => {
    const lines = list(
      forbid('encoder', [
        [null, 1],
        [null, 2],
        [0, null],
        [3, 3],
      ]),
    );
    expect(lines.map(({ meaning }) => meaning)).toMatchObject([
      { queries: null, keys: [{ label: 'animal' }] },
      { queries: [{ label: 'the', nth: 1 }], keys: null },
      { queries: [{ label: 'saw' }], keys: [{ label: 'saw' }] },
    ]);
    expect(lines[1]?.parts).toEqual([forbid('encoder', [[0, null]])]);
  });

  test('counts cells that are too many to name', () => {
    const cells = [0, 1, 2, 3].map((n) => [n, n] as const);
    expect(says(forbid('encoder', [[null, 5], ...cells]))).toMatchObject([
      { say: 'forbid', queries: null },
      { say: 'cells', count: 4 },
    ]);
  });

  test('says all masks of one place in one line', () => {
    const mask = (mask: 'none' | 'causal' | 'window', layer = 0) =>
      ({ type: 'mask', kind: 'decoder', layer, heads: null, mask, size: 2 }) as const;
    expect(list(mask('none'), mask('causal'), mask('window'), mask('none', 1))).toMatchObject([
      { meaning: { masks: [{ mask: 'none' }, { mask: 'causal' }, { mask: 'window' }] }, parts: [{}, {}, {}] },
      { meaning: { masks: [{ mask: 'none' }] } },
    ]);
  });

  test('leaves out nothing: the parts of its lines are the changes', () => {
    const cell = fc.record({
      query: fc.option(fc.nat(4), { nil: null }),
      key: fc.option(fc.nat(4), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { selector: ({ query, key }) => `${query} ${key}`, minLength: 1 }),
        (cells) => {
          const change = { ...forbid('encoder', []), cells };
          const parts = listChanges([change], WORDS, INFO).flatMap((line) => line.parts);
          const said = parts.flatMap((part) => (part.type === 'forbid' ? part.cells : []));
          const sorted = (list: readonly CellSet[]) => list.map(({ query, key }) => `${query} ${key}`).sort();
          expect(sorted(said)).toEqual(sorted(cells));
        },
      ),
    );
  });

  test('gives a line the same id while others come and go', () => {
    const both = list(off(0, [1]), forbid('encoder', [[3, 1]]));
    expect(list(forbid('encoder', [[3, 1]]))[0]?.id).toBe(both[1]?.id);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  });
});

test('numbers count from 1, three neighbours or more as a span', () => {
  expect(countedFromOne([0, 1, 2, 4, 6, 7])).toBe('1–3, 5, 7, 8');
  expect(countedFromOne([])).toBe('');
});
