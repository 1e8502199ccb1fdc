import {
  type AttentionKind,
  axesOf,
  type Cell,
  type Changed,
  type Intervention,
  siteOf,
} from '../contract/index.ts';
import { clampChanges } from './changes/ask.ts';
import { INITIAL_CHOICE } from './choice/fields.ts';
import { type Link, printLink } from './choice/link.ts';
import { memoize } from './memoize.ts';
import { unplaced } from './places/anchors.ts';
import { countUnits } from './places/pins.ts';
import {
  type Anchor,
  type AppState,
  type Choice,
  type ChoicePatch,
  PLACED_FIELDS,
  type PlacedField,
  SETTING_FIELDS,
  type Settings,
} from './types.ts';

/** What is drawn: kind, layer and heads the model really has. */
export interface Chosen {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: readonly number[];
}

/** The choice of someone who chose nothing: the model's first view once it is known. */
export const defaultsOf = memoize(
  (state: AppState) => [state.card?.firstView ?? null],
  (view): Choice =>
    view === null
      ? INITIAL_CHOICE
      : {
          ...INITIAL_CHOICE,
          text: view.text,
          kind: view.kind,
          layer: view.layer,
          heads: [view.head],
          cell: view.cell,
        },
);

/** The first view's cell counts its own sentence's pieces and stands only there; elsewhere no cell is pinned. */
function defaultCell(choice: Choice, defaults: Choice): Cell | null {
  const there =
    choice.text === defaults.text &&
    choice.target === null &&
    choice.kind === defaults.kind &&
    choice.level === 'piece';
  return there ? defaults.cell : null;
}

/** What is chosen: the person's fields over the defaults. */
export const choiceOf = memoize(
  (state: AppState) => [defaultsOf(state), state.work.patch, state.settings],
  (defaults, patch, settings): Choice => {
    const choice = { ...defaults, ...patch, ...settings };
    return patch.cell === undefined ? { ...choice, cell: defaultCell(choice, defaults) } : choice;
  },
);

/** False until it is known which sentence to show: the link named none and the model's small files are on their way. */
export function textIsKnown(state: AppState): boolean {
  return state.work.patch.text !== undefined || state.card !== null;
}

/** The chosen kind, layer and heads, clamped to the open model; as chosen until it is known. */
export const chosenOf = memoize(
  (state: AppState) => [choiceOf(state), state.card?.info ?? null],
  (choice, info): Chosen => {
    const { kind, layer, heads } = choice;
    if (info === null) return { kind, layer, heads };
    const stack = siteOf(info, kind);
    const there = heads.filter((head) => head < stack.heads);
    return {
      kind,
      layer: Math.min(layer, stack.layers - 1),
      heads: there.length > 0 ? there : [stack.heads - 1],
    };
  },
);

/** Nothing inside the model is changed, and it writes greedily. */
export function isUnchanged({ changes, decoding }: Changed): boolean {
  return changes.length === 0 && decoding.way === 'greedy' && decoding.temperature === 1;
}

/** The chosen changes, clamped to the open model. */
export const changesOf = memoize(
  (state: AppState) => [choiceOf(state).changes, state.card?.info ?? null],
  (changes, info): readonly Intervention[] => (info === null ? changes : clampChanges(changes, info)),
);

/** True when the model on screen is not the model as it came: some change of it concerns it, or how it writes. */
export const isChanged = (state: AppState): boolean =>
  !isUnchanged({ changes: changesOf(state), decoding: choiceOf(state).decoding });

/** The texts whose tokens the positions of a field count: the pinned cell's, if no other is named. */
export function anchorOf(state: AppState, field: PlacedField = 'cell'): Anchor {
  const { text, target } = choiceOf(state);
  return state.work.anchors[field] ?? { text, target };
}

/** The pinned cell if it belongs to the picture on screen and lies in it. */
export const pinnedOf = memoize(
  (state: AppState) => [choiceOf(state), anchorOf(state).text, anchorOf(state).target, state.picture],
  (choice, text, target, picture): Cell | null => {
    const { cell, kind, level } = choice;
    if (cell === null || picture === null) return null;
    if (picture.text !== text || picture.targetText !== target) return null;
    const { queries, keys } = axesOf(kind, picture);
    return cell.query < countUnits(queries, level) && cell.key < countUnits(keys, level) ? cell : null;
  },
);

const settingsOf = (choice: Choice): Settings =>
  Object.fromEntries(SETTING_FIELDS.map((name) => [name, choice[name]])) as unknown as Settings;

/** The fields that a model's first view speaks for while a person has chosen nothing. */
const FIRST_VIEW_FIELDS = ['text', 'kind', 'layer', 'heads', 'cell'] as const;
const LASTING_DEFAULTS: ChoicePatch = Object.fromEntries(
  Object.entries(INITIAL_CHOICE).filter(([name]) => !FIRST_VIEW_FIELDS.some((field) => field === name)),
);

/**
 * The link of what is on screen. Once anything is chosen it names all that the first view spoke for, so that it shows
 * the same picture when the model gets another first view. Positions whose sentence was typed over are left out until
 * they have followed their words.
 */
export const linkOf = memoize(
  (state: AppState) => [
    choiceOf(state),
    Object.keys(state.work.patch).length > 0,
    textIsKnown(state),
    state.work.anchors,
  ],
  (choice, chosen, known, anchors): Link => {
    if (!chosen || !known) return printLink({ ...INITIAL_CHOICE, ...settingsOf(choice) });
    const away = PLACED_FIELDS.filter((field) => {
      const anchor = anchors[field];
      return anchor !== undefined && (choice.text !== anchor.text || choice.target !== anchor.target);
    });
    const there = Object.fromEntries(away.map((field) => [field, unplaced(field, choice[field])]));
    return printLink({ ...choice, ...there }, LASTING_DEFAULTS);
  },
);
