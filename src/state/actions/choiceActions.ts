import {
  ATTENTION_KINDS,
  type AttentionKind,
  type Cell,
  type HeadAt,
  type Level,
  siteOf,
} from '../../contract/index.ts';
import { FIELDS } from '../choice/fields.ts';
import { workOf } from '../places/anchors.ts';
import { relevelCell, relevelRows } from '../places/pins.ts';
import { choiceOf, chosenOf, defaultsOf, pinnedOf } from '../selectors.ts';
import { type HeadlightStore, type History, joinSettings, partPatch } from '../store.ts';
import type { Choice, ChoicePatch, Pointed, SettingsPatch, WorkPatch } from '../types.ts';
import { type ChangeActions, createChangeActions } from './changeActions.ts';
import { createEdit, type Edit } from './edit.ts';

/** All a person can do to the choice. Values are taken as sound: the API and the link check theirs first. */
export interface ChoiceActions extends ChangeActions {
  /**
   * A new text or target; edits with no pause of 1.5 s are one step of undo, some words long at most. `target: null`
   * gives the word back to the model.
   */
  type(patch: { readonly text?: string; readonly target?: string | null }): void;
  /** Any other fields, as one step; with a name, edits of that name with no pause are one step. */
  choose(patch: WorkPatch, join?: string): void;
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
  /** A name of one's own for a head; null or blanks take it away. Remembered, and no step of undo. */
  nameHead(at: HeadAt, name: string | null): void;
  /** A link opened in the same page: its fields, and nothing else of the old choice. */
  open(link: ChoicePatch): void;
  undo(): void;
  redo(): void;
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
      if (info && from !== undefined) choose({ heads: [turn(from, by, siteOf(info, kind).heads)] });
    },
    stepLayer(by) {
      const { kind, layer } = chosenOf(store.getState());
      const info = store.getState().card?.info;
      if (info) choose({ layer: turn(layer, by, siteOf(info, kind).layers) });
    },
  };
}

/** Settings, remembered, and names of heads, which belong to a model. */
function settingActions(
  store: HeadlightStore,
  memory: SettingsMemory,
): Pick<ChoiceActions, 'set' | 'nameHead'> {
  const set = (settings: SettingsPatch): void => {
    const { model } = choiceOf(store.getState());
    const turned = settings.model !== undefined && settings.model !== model;
    const names = turned ? { names: memory.namesOf?.(settings.model ?? model) ?? [] } : {};
    store.setState({ settings: { ...store.getState().settings, ...names, ...settings } });
    memory.remember(store.getState().settings);
  };
  return {
    set,
    nameHead({ kind, layer, head }, name) {
      const { names } = choiceOf(store.getState());
      const others = names.filter((one) => one.kind !== kind || one.layer !== layer || one.head !== head);
      const next = FIELDS.names.check([...others, { kind, layer, head, name }]);
      set({ names: next ?? others });
    },
  };
}

/** Both texts of one edit, as a step of typing. */
function typing(store: HeadlightStore, edit: Edit): ChoiceActions['type'] {
  return (patch) => {
    const text = patch.text === undefined ? {} : { text: normal(FIELDS.text.check, patch.text) };
    const target = patch.target === undefined ? {} : { target: normal(FIELDS.target.check, patch.target) };
    const before = choiceOf(store.getState());
    const typed =
      patch.text === undefined
        ? { from: before.target ?? '', to: patch.target ?? '' }
        : { from: before.text, to: patch.text };
    edit({ ...text, ...target }, { join: patch.text === undefined ? 'target' : 'text', typed });
  };
}

/** What outlives the page. */
export interface SettingsMemory {
  readonly remember: (settings: SettingsPatch) => void;
  /** The names a person gave to a model's heads. */
  readonly namesOf?: (model: string) => Choice['names'];
}

export function createChoiceActions(
  store: HeadlightStore,
  history: History,
  memory: SettingsMemory,
): ChoiceActions {
  const edit = createEdit(store, history);
  const choose = (patch: WorkPatch, join?: string): void => edit(patch, join === undefined ? {} : { join });
  const move = (way: 'undo' | 'redo'): void => {
    history.rest();
    store.temporal.getState()[way]();
  };
  return {
    type: typing(store, edit),
    choose,
    slide: (mass) => edit({ mass: normal(FIELDS.mass.check, mass) }, { join: 'mass' }),
    ...headActions(store, choose),
    ...createChangeActions(store, edit),
    ...settingActions(store, memory),
    pin(cell) {
      const state = store.getState();
      const pinnedHead = state.hover
        ? (chosenOf(state).heads[state.hover.drawing] ?? null)
        : state.pinnedHead;
      edit({ cell });
      store.setState({ pinnedHead });
    },
    setLevel(level) {
      const state = store.getState();
      const { kind, level: from, rows } = choiceOf(state);
      const pinned = pinnedOf(state);
      const { picture } = state;
      const cell = pinned && picture ? relevelCell(pinned, kind, from, level, picture) : null;
      const read = picture ? relevelRows(rows, kind, from, level, picture) : [];
      edit({ level, cell, ...(rows.length > 0 ? { rows: read } : {}) });
      store.setState({ hover: null });
    },
    point: (hover) => store.setState({ hover }),
    open(link) {
      const { work, settings } = partPatch(link);
      history.begin(null);
      store.setState({
        work: workOf(work, defaultsOf(store.getState()).text),
        settings: joinSettings(store.getState().settings, settings),
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
