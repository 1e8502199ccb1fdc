import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ATTENTION_KINDS,
  CHANGE_SCOPES,
  FORBID_MODES,
  type HeadSet,
  LEVELS,
  MASKS,
  OFF_WAYS,
} from '../contract/index.ts';
import { runs } from '../testing/long.ts';
import { sampleCard, samplePicture } from '../testing/picture.ts';
import { type Arrivals, createArrivals } from './actions/arrivals.ts';
import { type ChoiceActions, createChoiceActions } from './actions/choiceActions.ts';
import { FIELDS } from './choice/fields.ts';
import { parseLink } from './choice/link.ts';
import { choiceOf, linkOf } from './selectors.ts';
import { createHeadlightStore, partPatch } from './store.ts';
import { anyChanges, anyChoice, anyDecoding } from './testing/arbitrary.ts';
import type { ChoicePatch } from './types.ts';

function setUp(link: ChoicePatch) {
  const clock = { ms: 0 };
  const { store, history } = createHeadlightStore({ link, remembered: {}, nowMs: () => clock.ms });
  const act = createChoiceActions(store, history, { remember: () => {} });
  const arrive = createArrivals(store);
  /** What a session answers: the picture of the chosen texts, with the chosen changes. */
  const answer = (): void => {
    const { text, target, changes, decoding } = choiceOf(store.getState());
    arrive.picture(samplePicture(text, target, { changes, decoding }));
  };
  return { clock, store, act, arrive, answer, state: () => store.getState() };
}
type Page = ReturnType<typeof setUp>;
type Deed = (page: Page) => void;

const does =
  (deed: (act: ChoiceActions) => void): Deed =>
  ({ act }) =>
    deed(act);
const few = fc.nat(4);
const fewOrNull = fc.option(few, { nil: null });
const sets: fc.Arbitrary<HeadSet> = fc.record({
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: fewOrNull,
  heads: fc.option(fc.uniqueArray(few, { minLength: 1 }), { nil: null }),
});
const cells = fc.array(fc.record({ query: fewOrNull, key: fewOrNull }), { maxLength: 3 });
const states = fc.constantFrom('shown' as const, 'hidden' as const, ...OFF_WAYS);
const modes = fc.constantFrom(...FORBID_MODES);
const texts = fc
  .array(fc.constantFrom('it', 'was', 'too', 'tired', 'wide'), { maxLength: 6 })
  .map((words) => words.join(' '));

/** All that a person can do, and what comes in meanwhile. */
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(sets, states).map(([set, to]) => does((act) => act.setHeads(set, to))),
  fc
    .tuple(few, few, states)
    .map(([layer, head, to]) =>
      does((act) => act.setOtherHeads({ kind: 'encoder', layer, heads: [head] }, to)),
    ),
  fc.constantFrom(
    does((act) => act.toggleHeads()),
    does((act) => act.toggleHidden()),
    does((act) => act.toggleCell()),
    does((act) => act.cycleShown()),
    does((act) => act.resetChanges()),
    does((act) => act.stepHead(1)),
    does((act) => act.pin(null)),
    (page: Page) => page.answer(),
    (page: Page) => page.act.dropChanges(choiceOf(page.state()).changes.slice(0, 2)),
    (page: Page) => {
      page.clock.ms += 2000;
    },
  ),
  fc.tuple(sets, cells, modes).map(([set, some, mode]) => does((act) => act.forbid(set, some, mode))),
  fc.tuple(sets, cells).map(([set, some]) => does((act) => act.allow(set, some))),
  fc
    .tuple(sets, cells, modes, few)
    .map(([set, some, mode, n]) => does((act) => act.paint(`stroke ${n}`, set, some, mode))),
  fc
    .record({ way: fc.constantFrom(...OFF_WAYS), mode: modes, scope: fc.constantFrom(...CHANGE_SCOPES) })
    .map((brush) => does((act) => act.setBrush(brush))),
  fc
    .tuple(sets, fc.option(fc.constantFrom(...MASKS), { nil: null }), few)
    .map(([set, mask, size]) => does((act) => act.setMask(set, mask, size))),
  fc
    .tuple(sets, fc.option(fc.constantFrom(0, 1, 2), { nil: null }))
    .map(([set, factor]) => does((act) => act.setScale(set, factor))),
  fc
    .constantFrom(null, { way: 'off' as const }, { way: 'shifted' as const, by: 2 })
    .map((to) => does((act) => act.setPositions('encoder', to))),
  anyDecoding.map((decoding) => does((act) => act.setDecoding(decoding))),
  fc.tuple(few, few).map(([from, to]) => does((act) => act.moveWord(from, to))),
  texts.map((text) => does((act) => act.type({ text }))),
  fc.option(texts, { nil: null }).map((target) => does((act) => act.type({ target }))),
  fc.record({ query: few, key: few }).map((cell) => does((act) => act.pin(cell))),
  fc.record({ query: few, key: few, drawing: fc.nat(2) }).map((at) => does((act) => act.point(at))),
  fc.constantFrom(...LEVELS).map((level) => does((act) => act.setLevel(level))),
  fc.tuple(few, few).map(([layer, head]) => does((act) => act.chooseHead('cross', layer, head, true))),
  anyChanges.map((changes) => does((act) => act.choose({ changes }))),
  fc.tuple(few, few).map(([inspect, step]) => does((act) => act.choose({ inspect, step }, 'scrub'))),
  fc.uniqueArray(few).map((rows) => does((act) => act.choose({ rows: FIELDS.rows.check(rows) ?? [] }))),
  few.map((head) => does((act) => act.nameHead({ kind: 'encoder', layer: 0, head }, 'a name'))),
);

const someChoice = fc
  .tuple(anyChoice, texts)
  .map(([choice, text]): ChoicePatch => ({ ...choice, text, target: null }));

test('undo back to the start restores the state exactly, and redo all that was done', () => {
  fc.assert(
    fc.property(someChoice, fc.array(deeds, { maxLength: 40 }), (link, all) => {
      const page = setUp(link);
      page.arrive.card(sampleCard);
      page.answer();
      const before = page.state().work;
      for (const deed of all) deed(page);
      const after = page.state().work;
      const { temporal } = page.store;
      while (temporal.getState().pastStates.length > 0) page.act.undo();
      expect(page.state().work).toEqual(before);
      while (temporal.getState().futureStates.length > 0) page.act.redo();
      expect(page.state().work).toEqual(after);
    }),
    { numRuns: runs(300, 1500) },
  );
});

test('no action throws on any state, and every state survives its link', () => {
  const starts = fc.constantFrom<((arrive: Arrivals) => void)[]>(
    () => {},
    (arrive: Arrivals) => arrive.card(sampleCard),
    (arrive: Arrivals) => arrive.picture(samplePicture('it was too tired')),
  );
  fc.assert(
    fc.property(anyChoice, starts, fc.array(deeds, { maxLength: 15 }), (link, start, all) => {
      const page = setUp(link);
      start(page.arrive);
      for (const deed of all) deed(page);
      // What counts another text than the chosen one waits for its picture, and is not in the link until then.
      page.answer();
      const choice = choiceOf(page.state());
      const read = parseLink(linkOf(page.state()));
      const again = createHeadlightStore({ link: read, remembered: {}, nowMs: () => 0 }).store;
      expect(choiceOf(again.getState())).toEqual(choice);
      for (const [name, value] of Object.entries(partPatch(choice).work)) {
        const field = FIELDS[name as keyof typeof FIELDS];
        expect(field.check(value), name).toEqual(value);
      }
    }),
    { numRuns: runs(300, 1500) },
  );
});

test('two thousand changes in a row lead back to the first', () => {
  const page = setUp({ text: 'it was too tired', changes: [] });
  page.arrive.card(sampleCard);
  page.answer();
  const before = page.state().work;
  for (const deed of fc.sample(deeds, { numRuns: 2000, seed: 5 })) {
    deed(page);
    page.clock.ms += 2000;
  }
  while (page.store.temporal.getState().pastStates.length > 0) page.act.undo();
  expect(page.state().work).toEqual(before);
});
