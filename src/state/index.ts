export { type Arrivals, createArrivals } from './actions/arrivals.ts';
export { type ChangeActions, inScope } from './actions/changeActions.ts';
export {
  type ChoiceActions,
  createChoiceActions,
  kindOfDigit,
  type SettingsMemory,
} from './actions/choiceActions.ts';
export { MOST_CELLS, MOST_CHANGES } from './changes/check.ts';
export { type ForbiddenCell, forbiddenCellsOf, isForbidden } from './changes/forbiddenCells.ts';
export { type HeadState, headStateOf, headStatesOf, hiddenHeadsOf, isOff } from './changes/headStates.ts';
export { cutText, LONGEST_LINK_TEXT } from './choice/checks.ts';
export { FIELD_NAMES, FIELDS, INITIAL_CHOICE } from './choice/fields.ts';
export { type Link, linkCuts, parseEdit, parseLink, parseShow, printLink, sameValue } from './choice/link.ts';
export { checkPatch, describe, StateError } from './choice/patch.ts';
export { type Memory, recall, recallNames, remember } from './choice/remembered.ts';
export { memoize } from './memoize.ts';
export { relevelCell } from './places/pins.ts';
export { moveWord, type WordRange, wordRanges } from './places/wordOrder.ts';
export {
  type Chosen,
  changesOf,
  choiceOf,
  chosenOf,
  defaultsOf,
  isChanged,
  isUnchanged,
  linkOf,
  pinnedOf,
  textIsKnown,
} from './selectors.ts';
export { createHeadlightStore, type HeadlightStore, type History, partPatch } from './store.ts';
export type {
  AppState,
  Beside,
  Besides,
  Choice,
  ChoicePatch,
  Pointed,
  SettingsPatch,
  WorkPatch,
} from './types.ts';
