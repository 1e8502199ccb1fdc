export { type ChoiceActions, createChoiceActions, kindOfDigit } from './actions.ts';
export { type Arrivals, createArrivals } from './arrivals.ts';
export { cutText, LONGEST_LINK_TEXT } from './checks.ts';
export { FIELD_NAMES, FIELDS, INITIAL_CHOICE } from './fields.ts';
export { type Link, linkCuts, parseLink, parseShow, printLink } from './link.ts';
export { memoize } from './memoize.ts';
export { type Memory, recall, remember } from './memory.ts';
export { checkPatch, describe, StateError } from './patch.ts';
export { type Axes, axesOf } from './pins.ts';
export {
  type Chosen,
  choiceOf,
  chosenOf,
  defaultsOf,
  linkOf,
  pinnedOf,
  stackOf,
  textIsKnown,
} from './selectors.ts';
export { createHeadlightStore, type HeadlightStore, type History, partPatch } from './store.ts';
export * from './types.ts';
