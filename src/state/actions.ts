import type { AttentionKind, Cell, Level } from '../contract/index.ts';
import { ATTENTION_KINDS } from '../contract/index.ts';
import { FIELDS } from './fields.ts';
import { relevelCell } from './pins.ts';
import { anchorOf, choiceOf, chosenOf, defaultsOf, pinnedOf, stackOf } from './selectors.ts';
import { type HeadlightStore, type History, partPatch, workOf } from './store.ts';
import type { Anchor, AppState, ChoicePatch, Pointed, SettingsPatch, Work, WorkPatch } from './types.ts';

/** All a person can do to the choice. Values are taken as sound: the API and the link check theirs first. */
export interface ChoiceActions {
  /** A new text or target; edits with no pause of 1.5 s are one step of undo, some words long at most. `target: null` gives the word back to the model. */
  type(patch: { readonly text?: string; readonly target?: string | null }): void;
  /** Any other fields, as one step. */
  choose(patch: WorkPatch): void;
  /** A slider's field: edits with no pause of 1.5 s are one step. */
  slide(mass: number): void;
  /** One head; `add` puts it beside those chosen in the same layer, or takes it away again. */
  chooseHead(kind: AttentionKind, layer: number, head: number, add?: boolean): void;
  /** The next or last head; from the last to the first. */
  stepHead(by: 1 | -1): void;
  stepLayer(by: 1 | -1): void;
  /** Pins a cell of the picture on screen; null un-pins. */
  pin(cell: Cell | null): void;
  setLevel(level: Level): void;
  point(hover: Pointed | null): void;
  set(settings: SettingsPatch): void;
  /** A link opened in the same page: its fields, and nothing else of the old choice. */
  open(link: ChoicePatch): void;
  undo(): void;
  redo(): void;
}

/** A new cell counts the texts it comes with; without any, those of the picture it was pinned in. */
function textsCounted(state: AppState, patch: WorkPatch): Anchor {
  const { text, target } = choiceOf(state);
  const comesAlone = patch.text === undefined && patch.target === undefined;
  if (comesAlone && state.picture) return { text: state.picture.text, target: state.picture.targetText };
  return { text: patch.text ?? text, target: patch.target === undefined ? target : patch.target };
}

/** What typing does to the pinned cell: it is written down with the words it counts, to be followed when they move. */
function keepPin(store: HeadlightStore, patch: WorkPatch): Work {
  const state = store.getState();
  const { cell, kind, target } = choiceOf(state);
  const next = { ...state.work.patch, ...patch };
  if (patch.cell !== undefined) return { patch: next, anchor: patch.cell && textsCounted(state, patch) };
  if (cell === null) return { patch: next, anchor: null };
  // Rows and columns of another kind are other words: nothing to follow.
  if (next.kind !== undefined && next.kind !== kind) return { patch: { ...next, cell: null }, anchor: null };
  const typed = patch.text !== undefined || (patch.target !== undefined && patch.target !== target);
  return typed
    ? { patch: { ...next, cell }, anchor: anchorOf(state) }
    : { patch: next, anchor: state.work.anchor };
}

const normal = <T>(check: (value: unknown) => T | undefined, value: T): T => check(value) ?? value;

const turn = (value: number, by: number, count: number): number => (((value + by) % count) + count) % count;

function toggled(heads: readonly number[], head: number): readonly number[] {
  if (!heads.includes(head)) return [...heads, head].sort((a, b) => a - b);
  return heads.length === 1 ? heads : heads.filter((other) => other !== head);
}

function headActions(
  store: HeadlightStore,
  choose: (patch: WorkPatch) => void,
): Pick<ChoiceActions, 'chooseHead' | 'stepHead' | 'stepLayer'> {
  return {
    chooseHead(kind, layer, head, add = false) {
      const now = chosenOf(store.getState());
      const beside = add && now.kind === kind && now.layer === layer;
      choose({ kind, layer, heads: beside ? toggled(now.heads, head) : [head] });
    },
    stepHead(by) {
      const { kind, heads } = chosenOf(store.getState());
      const info = store.getState().card?.info;
      const from = by > 0 ? heads.at(-1) : heads[0];
      if (info && from !== undefined) choose({ heads: [turn(from, by, stackOf(info, kind).heads)] });
    },
    stepLayer(by) {
      const { kind, layer } = chosenOf(store.getState());
      const info = store.getState().card?.info;
      if (info) choose({ layer: turn(layer, by, stackOf(info, kind).layers) });
    },
  };
}

export function createChoiceActions(
  store: HeadlightStore,
  history: History,
  remember: (settings: SettingsPatch) => void,
): ChoiceActions {
  const edit = (
    patch: WorkPatch,
    join: string | null,
    typed?: { readonly from: string; readonly to: string },
  ): void => {
    history.begin(join, typed);
    store.setState({ work: keepPin(store, patch) });
  };
  const choose = (patch: WorkPatch): void => edit(patch, null);
  const move = (way: 'undo' | 'redo'): void => {
    history.rest();
    store.temporal.getState()[way]();
  };
  return {
    type: (patch) => {
      const text = patch.text === undefined ? {} : { text: normal(FIELDS.text.check, patch.text) };
      const target = patch.target === undefined ? {} : { target: normal(FIELDS.target.check, patch.target) };
      const before = choiceOf(store.getState());
      if (patch.text !== undefined) {
        edit({ ...text, ...target }, 'text', { from: before.text, to: patch.text });
      } else {
        edit(target, 'target', { from: before.target ?? '', to: patch.target ?? '' });
      }
    },
    choose,
    slide: (mass) => edit({ mass: normal(FIELDS.mass.check, mass) }, 'mass'),
    ...headActions(store, choose),
    pin(cell) {
      const state = store.getState();
      const pinnedHead = state.hover
        ? (chosenOf(state).heads[state.hover.drawing] ?? null)
        : state.pinnedHead;
      edit({ cell }, null);
      store.setState({ pinnedHead });
    },
    setLevel(level) {
      const state = store.getState();
      const { kind, level: from } = choiceOf(state);
      const pinned = pinnedOf(state);
      const cell = pinned && state.picture ? relevelCell(pinned, kind, from, level, state.picture) : null;
      edit({ level, cell }, null);
      store.setState({ hover: null });
    },
    point: (hover) => store.setState({ hover }),
    set(settings) {
      store.setState({ settings: { ...store.getState().settings, ...settings } });
      remember(store.getState().settings);
    },
    open(link) {
      const { work, settings } = partPatch(link);
      history.begin(null);
      store.setState({
        work: workOf(work, defaultsOf(store.getState()).text),
        settings: { ...store.getState().settings, ...settings },
      });
    },
    undo: () => move('undo'),
    redo: () => move('redo'),
  };
}

/** The kind a digit key chooses. */
export function kindOfDigit(digit: string): AttentionKind | null {
  return /^[1-3]$/.test(digit) ? (ATTENTION_KINDS[Number(digit) - 1] ?? null) : null;
}
