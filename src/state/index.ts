export { type ChoiceActions, createChoiceActions, kindOfDigit, type SettingsMemory } from './actions.ts';
export { type ChangeActions, reachedBy } from './actionsChange.ts';
export { type Arrivals, createArrivals } from './arrivals.ts';
export { forbiddenFor, masksOf, offWayOf, scaleOf } from './changes/ask.ts';
export { MOST_CELLS, MOST_CHANGES } from './changes/check.ts';
export type { Masks } from './changes/masks.ts';
export { positionsAt } from './changes/normal.ts';
export { cutText, LONGEST_LINK_TEXT } from './checks.ts';
export { FIELD_NAMES, FIELDS, INITIAL_CHOICE } from './fields.ts';
export { type ForbiddenCell, forbiddenCellsOf, isForbidden } from './forbiddenCells.ts';
export { type HeadState, headStateOf, headStatesOf, hiddenHeadsOf, isOff } from './headStates.ts';
export { type Link, linkCuts, parseLink, parseShow, printLink, sameValue } from './link.ts';
export { memoize } from './memoize.ts';
export { type Memory, recall, recallNames, remember } from './memory.ts';
export { checkPatch, describe, StateError } from './patch.ts';
export { type Axes, axesOf, relevelCell } from './pins.ts';
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
  stackOf,
  textIsKnown,
} from './selectors.ts';
export { createHeadlightStore, type HeadlightStore, type History, partPatch } from './store.ts';
export * from './types.ts';
export { moveWord, type WordRange, wordRanges } from './wordOrder.ts';
