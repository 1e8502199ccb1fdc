import {
  type Cell,
  type CellSet,
  type ChangeScope,
  type Decoding,
  type ForbidMode,
  GREEDY,
  type HeadSet,
  headSetOf,
  type Intervention,
  type Level,
  type Mask,
  type Part,
  type PositionsReplaced,
  SHOWNS,
  type Shown,
} from '../../contract/index.ts';
import { changesFit } from '../changes/check.ts';
import {
  allowCells,
  dropChange,
  forbidCells,
  replaceMask,
  replacePositions,
  replaceScale,
} from '../changes/edit.ts';
import { countsPicture, isForbidden, roomOf, tokenCells } from '../changes/forbiddenCells.ts';
import type { ValueCheck } from '../choice/checks.ts';
import { FIELDS } from '../choice/fields.ts';
import { sameValue } from '../choice/link.ts';
import { moveWord } from '../places/wordOrder.ts';
import { choiceOf, chosenOf, pinnedOf } from '../selectors.ts';
import type { HeadlightStore } from '../store.ts';
import type { AppState, Brush, WorkPatch } from '../types.ts';
import type { Edit, EditHow } from './edit.ts';
import { createHeadActions, type HeadActions } from './headActions.ts';

/**
 * What a person can change of the model, and of what is seen of it. Each is one step of undo; what changes nothing is
 * none.
 */
export interface ChangeActions extends HeadActions {
  /** Cells on screen (of words, at word level: all their pieces); `null` is a whole row or column. */
  forbid(set: HeadSet, cells: readonly CellSet[], mode: ForbidMode): void;
  allow(set: HeadSet, cells: readonly CellSet[]): void;
  /** Likewise, cell by cell: all of one stroke is one step of undo. A mode of `null` allows. */
  paint(stroke: string, set: HeadSet, cells: readonly CellSet[], mode: ForbidMode | null): void;
  /**
   * The cell pointed at or pinned: forbidden as the brush says, or allowed again. Without such a cell nothing is
   * done.
   */
  toggleCell(): void;
  /** A cell of tokens, whatever stands on screen: forbidden so, or with null allowed again. */
  forbidToken(set: HeadSet, cell: Cell, mode: ForbidMode | null): void;
  setBrush(brush: Partial<Brush>): void;
  /** Another mask in the place of the kind's own; null puts that back. */
  setMask(set: HeadSet, mask: Mask | null, size?: number): void;
  /**
   * Scores are q·k × factor ÷ √Dh: 1 is as usual; null does not divide at all. A slider's edits with no pause are one
   * step.
   */
  setScale(set: HeadSet, factor: number | null): void;
  setPositions(
    part: Part,
    to: (Partial<Pick<PositionsReplaced, 'by' | 'seed'>> & { way: PositionsReplaced['way'] }) | null,
  ): void;
  /** Takes one line of the list of changes away, as `listChanges` (layout) gives it. */
  dropChanges(parts: readonly Intervention[]): void;
  /** The model as it came, writing greedily. */
  resetChanges(): void;
  /** Parts of it; edits with no pause are one step. */
  setDecoding(decoding: Partial<Decoding>): void;
  show(shown: Shown): void;
  /** After, before, difference, and round again. */
  cycleShown(): void;
  /** A word of the sentence (of `wordRanges`) takes another one's place. */
  moveWord(from: number, to: number): void;
}

type Changes = readonly Intervention[];

/** Whom a change concerns: the head drawn under the pointer (or all that are drawn as one), its layer, its kind. */
export function inScope(state: AppState, scope: ChangeScope): HeadSet {
  const { kind, layer, heads } = chosenOf(state);
  if (scope !== 'head' || choiceOf(state).combine !== 'side') return headSetOf(scope, { kind, layer, heads });
  const drawn = state.hover ? heads[state.hover.drawing] : state.pinnedHead;
  const head = drawn !== null && drawn !== undefined && heads.includes(drawn) ? drawn : heads[0];
  return { kind, layer, heads: head === undefined ? heads : [head] };
}

function cellActions(
  store: HeadlightStore,
  edit: Edit,
): Pick<ChangeActions, 'forbid' | 'allow' | 'paint' | 'toggleCell' | 'forbidToken'> {
  const paint = (
    set: HeadSet,
    cells: readonly CellSet[],
    mode: ForbidMode | null,
    { of, ...how }: EditHow & { readonly of?: Level },
  ): void => {
    const state = store.getState();
    const room = roomOf(state, set.kind);
    // While the changes count the words of another picture, cells of this one cannot stand beside theirs.
    if (room === null || state.picture === null || !countsPicture(state)) return;
    const { changes, level } = choiceOf(state);
    const tokens = tokenCells(state.picture, set.kind, of ?? level, cells);
    if (tokens.length === 0) return;
    const next =
      mode === null ? allowCells(changes, set, tokens, room) : forbidCells(changes, set, tokens, mode, room);
    // Sound already, being made of sound cells; a brush has no time to have thousands of them checked at every move.
    if (changesFit(next) && !sameValue(next, changes)) edit({ changes: next }, { ...how, kept: ['changes'] });
  };
  return {
    forbid: (set, cells, mode) => paint(set, cells, mode, {}),
    allow: (set, cells) => paint(set, cells, null, {}),
    paint: (stroke, set, cells, mode) => paint(set, cells, mode, { stroke }),
    forbidToken: (set, { query, key }, mode) => paint(set, [{ query, key }], mode, { of: 'piece' }),
    toggleCell() {
      const state = store.getState();
      const cell: Cell | null = state.hover ?? pinnedOf(state);
      if (cell === null) return;
      const { scope, mode } = state.brush;
      const { kind, layer, heads } = inScope(state, 'head');
      const all = (heads ?? []).every((head) => isForbidden(state, kind, layer ?? 0, head, cell));
      paint(inScope(state, scope), [{ query: cell.query, key: cell.key }], all ? null : mode, {});
    },
  };
}

type Inner = Pick<
  ChangeActions,
  'setMask' | 'setScale' | 'setPositions' | 'dropChanges' | 'resetChanges' | 'setDecoding'
>;

function modelActions(store: HeadlightStore, edit: Edit): Inner {
  const change = (make: (changes: Changes) => Changes, join?: string): void =>
    edit(
      { changes: make(choiceOf(store.getState()).changes) },
      { kept: ['changes'], ...(join ? { join } : {}) },
    );
  return {
    setMask: (set, mask, size = 1) =>
      change((changes) => replaceMask(changes, set, mask, size), `mask ${mask}`),
    setScale: (set, factor) => change((changes) => replaceScale(changes, set, factor), 'scale'),
    setPositions(part, to) {
      const made: PositionsReplaced | null = to && { type: 'positions', part, by: 0, seed: 0, ...to };
      change((changes) => replacePositions(changes, part, made), `positions ${part} ${to?.way}`);
    },
    dropChanges: (parts) => change((changes) => parts.reduce(dropChange, changes)),
    resetChanges: () => edit({ changes: [], decoding: GREEDY, shown: 'after' }),
    setDecoding: (decoding) =>
      edit({ decoding: { ...choiceOf(store.getState()).decoding, ...decoding } }, { join: 'decoding' }),
  };
}

/** Only what differs from the choice and is sound: what would go over a limit is not done. */
function newOf(state: AppState, patch: WorkPatch): WorkPatch {
  const choice = choiceOf(state);
  const entries = Object.entries(patch).flatMap(([name, value]) => {
    const known = name as keyof WorkPatch;
    const sound = (FIELDS[known].check as ValueCheck<unknown>)(value);
    return sound === undefined || sameValue(sound, choice[known]) ? [] : [[known, sound] as const];
  });
  return Object.fromEntries(entries);
}

export function createChangeActions(store: HeadlightStore, editAll: Edit): ChangeActions {
  const edit: Edit = (patch, how) => {
    const next = newOf(store.getState(), patch);
    if (Object.keys(next).length > 0) editAll(next, how);
  };
  const show = (shown: Shown): void => edit({ shown }, { join: 'shown' });
  return {
    ...createHeadActions(store, edit),
    ...cellActions(store, editAll),
    ...modelActions(store, edit),
    setBrush: (brush) => store.setState({ brush: { ...store.getState().brush, ...brush } }),
    show,
    cycleShown() {
      const { shown } = choiceOf(store.getState());
      show(SHOWNS[(SHOWNS.indexOf(shown) + 1) % SHOWNS.length] ?? 'after');
    },
    moveWord: (from, to) => edit({ text: moveWord(choiceOf(store.getState()).text, from, to) }),
  };
}
