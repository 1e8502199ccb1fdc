import { attentionStage, axesOf, type Cell, type Picture, type Token } from '../../contract/index.ts';
import type { Choice } from '../types.ts';
import { followRow, piecesOf, unitsOf } from './pins.ts';

type Shown = Pick<Choice, 'kind' | 'layer' | 'heads' | 'combine' | 'level'>;

/** Weights of a frame [H, T, S]: of the first head, or of several as they are drawn. */
function weightOf(picture: Picture, { kind, layer, heads, combine }: Shown) {
  const frame = picture.frames.get(attentionStage(kind, layer, 'pattern'));
  const [H = 0, T = 0, S = 0] = frame?.shape ?? [];
  const there = heads.filter((head) => head < H);
  const drawn = combine === 'side' ? there.slice(0, 1) : there;
  if (!frame || drawn.length === 0) return null;
  return (query: number, key: number): number => {
    const all = drawn.map((head) => frame.data[(head * T + query) * S + key] ?? 0);
    return combine === 'max' ? Math.max(...all) : all.reduce((sum, w) => sum + w, 0);
  };
}

/**
 * The key that a row of the drawn head reads most, or which word, marks aside; null when its numbers are not there.
 * Counted in pieces or words.
 */
export function strongestOf(
  picture: Picture,
  shown: Shown,
  query: number,
  among: 'all' | 'words',
): number | null {
  const weight = weightOf(picture, shown);
  const { queries, keys } = axesOf(shown.kind, picture);
  const rows = unitsOf(queries, shown.level);
  const columns = unitsOf(keys, shown.level);
  const row = piecesOf(rows, query, queries.length);
  if (weight === null || row.length === 0) return null;
  const sums = columns.map(({ first }, key) =>
    among === 'words' && isMark(keys[first])
      ? 0
      : piecesOf(columns, key, keys.length).reduce(
          (sum, column) => sum + row.reduce((part, piece) => part + weight(piece, column), 0),
          0,
        ),
  );
  const most = Math.max(...sums);
  return most > 0 ? sums.indexOf(most) : null;
}

const isMark = (token: Token | undefined): boolean => token !== undefined && token.role !== 'text';

/**
 * Where a pinned cell goes in the next picture, by its row's weights: pinned on what its row read most, it stays on
 * what its row reads most. On a word it stays among words: heads rest on marks where they find nothing to read, and
 * what is asked then is which word they read. Null when it was another cell, its row is gone, or the numbers are not
 * there.
 */
export function followStrongest(cell: Cell, shown: Shown, before: Picture, after: Picture): Cell | null {
  const { keys } = axesOf(shown.kind, before);
  const pinned = unitsOf(keys, shown.level)[cell.key];
  const among = pinned && isMark(keys[pinned.first]) ? 'all' : 'words';
  if (strongestOf(before, shown, cell.query, among) !== cell.key) return null;
  const query = followRow(cell.query, shown.kind, shown.level, before, after);
  const key = query === null ? null : strongestOf(after, shown, query, among);
  return query === null || key === null ? null : { query, key };
}
