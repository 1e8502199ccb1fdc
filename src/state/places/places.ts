import type { CellSet, Intervention, Picture } from '../../contract/index.ts';
import { normalChanges } from '../changes/normal.ts';
import { anchorOf, choiceOf, chosenOf } from '../selectors.ts';
import {
  type Anchor,
  type AppState,
  PLACED_FIELDS,
  type PlacedField,
  type Work,
  type WorkPatch,
} from '../types.ts';
import { anchorsOf, unplaced } from './anchors.ts';
import { followCell, followPiece, followRow } from './pins.ts';
import { followStrongest } from './strongest.ts';

/** New positions count the texts they come with; without any, those of the picture they were pinned in. */
export function textsCounted(state: AppState, patch: WorkPatch): Anchor {
  const { text, target } = choiceOf(state);
  const comesAlone = patch.text === undefined && patch.target === undefined;
  if (comesAlone && state.picture) return { text: state.picture.text, target: state.picture.targetText };
  return { text: patch.text ?? text, target: patch.target === undefined ? target : patch.target };
}

/**
 * The work after a patch. What typing does to positions: they are written down with the words they count, to be
 * followed when those move. `kept`: fields of the patch whose positions are the old ones, or some of them.
 */
export function patchedWork(state: AppState, patch: WorkPatch, kept: readonly PlacedField[] = []): Work {
  const choice = choiceOf(state);
  const typed = patch.text !== undefined || (patch.target !== undefined && patch.target !== choice.target);
  // Rows and columns of another kind are other words: nothing to follow.
  const turned = patch.kind !== undefined && patch.kind !== choice.kind;
  const gone = {
    ...(turned && patch.cell === undefined && choice.cell !== null ? { cell: null } : {}),
    ...(turned && patch.rows === undefined && choice.rows.length > 0 ? { rows: [] } : {}),
  };
  const first = typed && choice.cell !== null ? { cell: choice.cell } : {};
  const next: WorkPatch = { ...state.work.patch, ...first, ...gone, ...patch };
  const anchors = anchorsOf(next, (field) => {
    const fresh = patch[field] !== undefined && !(kept.includes(field) && state.work.anchors[field]);
    return fresh ? textsCounted(state, patch) : anchorOf(state, field);
  });
  return { patch: next, anchors };
}

type Follow = (at: number | null) => number | null | undefined;

/** Cells whose words are still there; a row or column of every word has none to lose. */
function followChange(change: Intervention, before: Picture, after: Picture): Intervention {
  if (change.type !== 'forbid') return change;
  const along =
    (axis: 'queries' | 'keys'): Follow =>
    (at) =>
      at === null ? null : (followPiece(at, change.kind, axis, before, after) ?? undefined);
  const [query, key] = [along('queries'), along('keys')];
  const cells = change.cells.flatMap((cell): CellSet[] => {
    const [q, k] = [query(cell.query), key(cell.key)];
    return q === undefined || k === undefined ? [] : [{ query: q, key: k }];
  });
  return { ...change, cells };
}

/** The value of a placed field in the next picture: each position on its own words. */
function followed<F extends PlacedField>(state: AppState, field: F, last: Picture, next: Picture): unknown {
  const choice = choiceOf(state);
  const { kind, level, cell, rows, word, changes } = choice;
  if (field === 'rows') {
    return rows.flatMap((row) => followRow(row, kind, level, last, next) ?? []);
  }
  if (field === 'word') return word === null ? null : followPiece(word, 'decoder', 'queries', last, next);
  if (field === 'changes') return normalChanges(changes.map((change) => followChange(change, last, next)));
  if (cell === null) return null;
  // A pin on what its row reads most shows just that, whichever word it is; any other stays on its two words.
  const strongest = followStrongest(cell, { ...choice, ...chosenOf(state) }, last, next);
  return strongest ?? followCell(cell, kind, level, last, next);
}

/** What becomes of all positions in the next picture, with the words they then count. */
export function followedWork(state: AppState, next: Picture): Work {
  const last = state.picture;
  const anchor = { text: next.text, target: next.targetText };
  const is = (one: Anchor, other: Anchor): boolean => one.text === other.text && one.target === other.target;
  const stale = PLACED_FIELDS.filter((field) => {
    const own = state.work.anchors[field];
    return own !== undefined && !is(own, anchor);
  });
  if (stale.length === 0) return state.work;
  const moved = stale.map((field) => {
    const own = anchorOf(state, field);
    const counted = last !== null && is(own, { text: last.text, target: last.targetText });
    const value = counted ? followed(state, field, last, next) : unplaced(field, choiceOf(state)[field]);
    return [field, value] as const;
  });
  const patch: WorkPatch = { ...state.work.patch, ...Object.fromEntries(moved) };
  const anchors = anchorsOf(patch, (field) => (stale.includes(field) ? anchor : state.work.anchors[field]));
  return { patch, anchors };
}
