import { expect, test } from 'vitest';
import type { Picture } from '../contract/index.ts';
import { sampleCard, samplePicture } from '../testing/picture.ts';
import { createArrivals } from './actions/arrivals.ts';
import { createChoiceActions } from './actions/choiceActions.ts';
import { parseLink } from './choice/link.ts';
import { choiceOf, chosenOf, linkOf, pinnedOf, textIsKnown } from './selectors.ts';
import { createHeadlightStore } from './store.ts';
import type { ChoicePatch, SettingsPatch } from './types.ts';

function setUp(link: ChoicePatch = {}, remembered: SettingsPatch = {}) {
  const clock = { ms: 0 };
  const kept: SettingsPatch[] = [];
  const { store, history } = createHeadlightStore({ link, remembered, nowMs: () => clock.ms });
  const act = createChoiceActions(store, history, { remember: (settings) => kept.push(settings) });
  const arrive = createArrivals(store);
  const choice = () => choiceOf(store.getState());
  const picture = (text: string, target: string | null = null): Picture => {
    const made = samplePicture(text, target);
    arrive.picture(made);
    return made;
  };
  return { store, act, arrive, choice, picture, clock, kept };
}

test('an empty link shows the model’s first view once it is known, and prints nothing', () => {
  const { store, arrive, choice } = setUp();
  expect(textIsKnown(store.getState())).toBe(false);
  arrive.card(sampleCard);
  expect(textIsKnown(store.getState())).toBe(true);
  expect(choice()).toMatchObject({ text: 'it was too tired', kind: 'encoder', layer: 1, heads: [2] });
  expect(choice().cell).toEqual({ query: 0, key: 3 });
  expect(linkOf(store.getState())).toEqual({ search: '', hash: '' });
});

test('a link’s empty text stays empty, and the first view’s cell does not stand in another sentence', () => {
  const { store, arrive, choice } = setUp({ text: '' });
  expect(textIsKnown(store.getState())).toBe(true);
  arrive.card(sampleCard);
  expect(choice()).toMatchObject({ text: '', cell: null, layer: 1 });
  expect(linkOf(store.getState()).hash).toBe('#text=&kind=encoder&layer=1&heads=2&cell=none');
});

test('a link names what the first view spoke for, so that another first view does not change it', () => {
  const { store, act, arrive } = setUp();
  arrive.card(sampleCard);
  act.choose({ view: 'arcs' });
  const { hash } = linkOf(store.getState());
  expect(hash).toBe('#text=it+was+too+tired&kind=encoder&layer=1&heads=2&cell=0,3&view=arcs');
  const other = setUp(parseLink({ search: '', hash }));
  const firstView = { text: 'another', kind: 'cross', layer: 0, head: 0, cell: null } as const;
  other.arrive.card({ ...sampleCard, firstView });
  expect(other.choice()).toEqual(choiceOf(store.getState()));
  act.undo();
  expect(linkOf(store.getState()).hash).toBe('');
});

test('typing in one go is one step of undo; a pause makes two', () => {
  const { store, act, choice, clock } = setUp({ text: '' });
  for (const text of ['a', 'ab', 'abc']) {
    act.type({ text });
    clock.ms += 1400;
  }
  clock.ms += 200;
  act.type({ text: 'abcd' });
  act.undo();
  expect(choice().text).toBe('abc');
  act.undo();
  expect(choice().text).toBe('');
  act.redo();
  act.redo();
  expect(choice().text).toBe('abcd');
  expect(store.temporal.getState().futureStates).toHaveLength(0);
});

test('typing after an undo is a step of its own and ends redo', () => {
  const { store, act, choice } = setUp({ text: '' });
  act.type({ text: 'a' });
  act.undo();
  act.type({ text: 'b' });
  expect(store.temporal.getState().futureStates).toHaveLength(0);
  act.undo();
  expect(choice().text).toBe('');
});

test('what arrives, what is hovered and what is remembered are no steps of undo', () => {
  const { store, act, arrive, picture, kept } = setUp({ text: 'it was' });
  arrive.card(sampleCard);
  picture('it was');
  act.point({ query: 0, key: 1, drawing: 0 });
  act.set({ theme: 'dark' });
  arrive.failed({ code: 'network', message: 'm', file: null });
  expect(store.temporal.getState().pastStates).toHaveLength(0);
  expect(kept).toEqual([{ theme: 'dark' }]);
});

test('the link wins over what is remembered', () => {
  const { choice } = setUp({ theme: 'light' }, { theme: 'dark', language: 'zh-CN' });
  expect(choice()).toMatchObject({ theme: 'light', language: 'zh-CN' });
});

test('layer and heads are clamped to the open model', () => {
  const { store, arrive } = setUp({ kind: 'cross', layer: 7, heads: [1, 5] });
  expect(chosenOf(store.getState())).toEqual({ kind: 'cross', layer: 7, heads: [1, 5] });
  arrive.card(sampleCard);
  expect(chosenOf(store.getState())).toEqual({ kind: 'cross', layer: 2, heads: [1] });
});

test('no head of the list is there: the last one is drawn', () => {
  const { store, arrive } = setUp({ kind: 'decoder', heads: [8, 9] });
  arrive.card(sampleCard);
  expect(chosenOf(store.getState()).heads).toEqual([1]);
});

test('heads and layers step around the model; several heads are toggled in one layer', () => {
  const { store, act, arrive } = setUp();
  arrive.card(sampleCard);
  act.stepHead(1);
  act.stepHead(1);
  expect(chosenOf(store.getState()).heads).toEqual([0]);
  act.stepHead(-1);
  expect(chosenOf(store.getState()).heads).toEqual([3]);
  act.stepLayer(1);
  expect(chosenOf(store.getState()).layer).toBe(0);
  act.chooseHead('encoder', 0, 1, true);
  expect(chosenOf(store.getState()).heads).toEqual([1, 3]);
  act.chooseHead('encoder', 0, 3, true);
  act.chooseHead('encoder', 0, 1, true);
  expect(chosenOf(store.getState()).heads).toEqual([1]);
  act.chooseHead('decoder', 0, 0, true);
  expect(chosenOf(store.getState())).toEqual({ kind: 'decoder', layer: 0, heads: [0] });
});

test('a pinned cell stays on its words while one types elsewhere, also at the front', () => {
  const { store, act, choice, picture } = setUp({ text: 'it was tired' });
  picture('it was tired');
  act.pin({ query: 1, key: 2 });
  act.type({ text: 'it was tired today' });
  expect(pinnedOf(store.getState())).toEqual({ query: 1, key: 2 });
  picture('it was tired today');
  act.type({ text: 'then it was tired today' });
  picture('then it was tired today');
  expect(choice().cell).toEqual({ query: 2, key: 3 });
});

test('a pinned cell goes when one of its words goes, and undo brings both back', () => {
  const { store, act, choice, picture, clock } = setUp({ text: 'it was tired' });
  picture('it was tired');
  act.pin({ query: 0, key: 2 });
  clock.ms += 2000;
  act.type({ text: 'it was wide' });
  picture('it was wide');
  expect(choice().cell).toBeNull();
  act.undo();
  expect(choice()).toMatchObject({ text: 'it was tired', cell: { query: 0, key: 2 } });
  expect(pinnedOf(store.getState())).toBeNull(); // the picture on screen is still the other one
  picture('it was tired');
  expect(pinnedOf(store.getState())).toEqual({ query: 0, key: 2 });
});

test('the first view’s cell is followed too when one goes on typing', () => {
  const { act, arrive, choice, picture } = setUp();
  arrive.card(sampleCard);
  picture('it was too tired');
  act.type({ text: 'it was too tired to go' });
  picture('it was too tired to go');
  expect(choice().cell).toEqual({ query: 0, key: 3 });
});

test('another kind un-pins: its rows are other words', () => {
  const { act, choice, picture } = setUp({ text: 'it was' });
  picture('it was');
  act.pin({ query: 0, key: 1 });
  act.choose({ layer: 1 });
  expect(choice().cell).toEqual({ query: 0, key: 1 });
  act.choose({ kind: 'decoder' });
  expect(choice().cell).toBeNull();
});

test('a cell out of the picture is not drawn', () => {
  const { store, picture } = setUp({ text: 'it was', cell: { query: 9, key: 0 } });
  picture('it was');
  expect(pinnedOf(store.getState())).toBeNull();
});

test('pieces to words and back keep the pin', () => {
  const { store, act, arrive, choice } = setUp({ text: 'tired' });
  const picture = samplePicture('ti red now');
  const source = picture.source.map((token, i) => ({ ...token, word: Math.max(0, i - 1) })); // "ti" + "red" is one word
  arrive.picture({ ...picture, text: 'tired', source });
  act.pin({ query: 1, key: 2 });
  act.setLevel('word');
  expect(choice().cell).toEqual({ query: 0, key: 1 });
  expect(pinnedOf(store.getState())).toEqual({ query: 0, key: 1 });
  act.setLevel('piece');
  expect(choice().cell).toEqual({ query: 0, key: 2 });
});

test('a stored picture is shown only for its own sentence, and never over a live one', () => {
  const other = setUp({ text: 'another' });
  other.arrive.card(sampleCard);
  other.arrive.stored(samplePicture('it was too tired', null, { stored: true }));
  expect(other.store.getState().picture).toBeNull();
  const first = setUp();
  first.arrive.card(sampleCard);
  first.arrive.stored(samplePicture('it was too tired', null, { stored: true }));
  expect(first.store.getState()).toMatchObject({ load: { phase: 'stored' }, picture: { stored: true } });
  const live = first.picture('it was too tired');
  first.arrive.stored(samplePicture('it was too tired', null, { stored: true }));
  expect(first.store.getState().picture).toBe(live);
});

test('a failure keeps the picture and what was typed', () => {
  const { store, act, arrive, picture, choice } = setUp({ text: 'it' });
  const last = picture('it');
  act.type({ text: 'it was' });
  arrive.failed({ code: 'crashed', message: 'm', file: null });
  expect(store.getState().picture).toBe(last);
  expect(choice().text).toBe('it was');
});

test('opening a link forgets the old choice and can be undone', () => {
  const { act, choice } = setUp({ text: 'one', layer: 1 });
  act.open({ text: 'two', theme: 'dark' });
  expect(choice()).toMatchObject({ text: 'two', layer: 0, theme: 'dark' });
  act.undo();
  expect(choice()).toMatchObject({ text: 'one', layer: 1, theme: 'dark' });
});

test('all that the link holds is plain JSON, and selectors give the same object for the same state', () => {
  const { store, act, choice } = setUp({ text: 'it', target: '' });
  act.choose({ heads: [1, 2], cell: { query: 0, key: 0 } });
  expect(JSON.parse(JSON.stringify(choice()))).toEqual(choice());
  expect(choiceOf(store.getState())).toBe(choiceOf(store.getState()));
  const before = choice();
  act.point({ query: 1, key: 0, drawing: 0 });
  expect(choice()).toBe(before);
});
