import { type TemporalState, temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createTypingSteps } from './actions/typingSteps.ts';
import { oneEach } from './choice/fields/heads.ts';
import { workOf } from './places/anchors.ts';
import {
  type AppState,
  type ChoicePatch,
  SETTING_FIELDS,
  type SettingsPatch,
  type WorkPatch,
} from './types.ts';

/** Edits of one kind that follow each other within this pause are one step of undo: slow typists look at the keys. */
const PAUSE_MS = 1500;
/** A lesson's worth of changes leads back to its start, two thousand in a row included. */
const STEPS_KEPT = 3000;

export type HeadlightStore = StoreApi<AppState> & {
  temporal: StoreApi<TemporalState<Pick<AppState, 'work'>>>;
};

/** What zundo hands over to keep a step; its own type speaks of whole states and updaters, it is called with parts. */
type KeepStep = (past: unknown, replace: unknown, current: unknown, delta: unknown) => void;

/** Decides which changes of `work` become steps of undo. */
export interface History {
  /**
   * The next change joins the one before when both have this name and no pause lies between; null never joins. Of typed
   * text it is told what was there and what comes: a long run of typing is cut where words or sentences begin. A
   * stroke is one step however long the hand rests.
   */
  begin(join: string | null, typed?: { readonly from: string; readonly to: string }): void;
  beginStroke(stroke: string): void;
  /** The next change starts a new step. */
  rest(): void;
  /** True once, for the change just begun, if it opens a new step. */
  opensStep(): boolean;
}

function createHistory(nowMs: () => number): History {
  let last: { join: string | null; atMs: number } | null = null;
  let opens = true;
  const typing = createTypingSteps();
  return {
    beginStroke(stroke) {
      opens = last?.join !== stroke;
      last = { join: stroke, atMs: nowMs() };
    },
    begin(join, typed) {
      const atMs = nowMs();
      const alone = join === null || last?.join !== join || atMs - last.atMs > PAUSE_MS;
      if (alone) typing.rest();
      const cut = typed !== undefined && typing.cuts(typed.from, typed.to);
      opens = alone || cut;
      last = { join, atMs };
    },
    rest() {
      last = null;
      opens = true;
    },
    opensStep: () => opens,
  };
}

/** A link's fields, parted into what is undone and what is not. */
export function partPatch(patch: ChoicePatch): { work: WorkPatch; settings: SettingsPatch } {
  const isSetting = (name: string): boolean => (SETTING_FIELDS as readonly string[]).includes(name);
  const entries = Object.entries(patch);
  return {
    work: Object.fromEntries(entries.filter(([name]) => !isSetting(name))) as WorkPatch,
    settings: Object.fromEntries(entries.filter(([name]) => isSetting(name))) as SettingsPatch,
  };
}

/** Later settings over earlier ones; heads named in both have the later name, and no name is lost. */
export function joinSettings(before: SettingsPatch, later: SettingsPatch): SettingsPatch {
  const names = oneEach([...(before.names ?? []), ...(later.names ?? [])]);
  return { ...before, ...later, ...(names.length > 0 ? { names } : {}) };
}

export interface StoreOptions {
  /** The link's fields. */
  readonly link: ChoicePatch;
  /** Remembered settings; the link wins over them. */
  readonly remembered: SettingsPatch;
  /** Any clock that runs forward, in milliseconds. */
  readonly nowMs: () => number;
}

/** The page's one store, without React, and the history that undo walks. */
export function createHeadlightStore(options: StoreOptions): { store: HeadlightStore; history: History } {
  const history = createHistory(options.nowMs);
  const parted = partPatch(options.link);
  const first: AppState = {
    work: workOf(parted.work, ''),
    settings: joinSettings(options.remembered, parted.settings),
    card: null,
    picture: null,
    besides: new Map(),
    load: { phase: 'opening' },
    progress: null,
    run: { phase: 'idle' },
    hover: null,
    pinnedHead: null,
    brush: { way: 'zero', mode: 'before', scope: 'head' },
  };
  const store = createStore<AppState>()(
    temporal(() => first, {
      partialize: (state): Pick<AppState, 'work'> => ({ work: state.work }),
      equality: (before, after) => before.work === after.work,
      limit: STEPS_KEPT,
      handleSet: (keep) => (past, replace, current, delta) => {
        if (history.opensStep()) (keep as KeepStep)(past, replace, current, delta);
      },
    }),
  );
  return { store: store as HeadlightStore, history };
}
