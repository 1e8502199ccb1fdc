import { describe, expect, test } from 'vitest';
import { sampleCard, samplePicture } from '../../testing/picture.ts';
import { headStateOf } from '../changes/headStates.ts';
import { recall, recallNames, remember } from '../choice/remembered.ts';
import { changesOf, choiceOf, isChanged } from '../selectors.ts';
import { createHeadlightStore } from '../store.ts';
import { openPage as open } from '../testing/page.ts';
import type { ChoicePatch } from '../types.ts';
import { createArrivals } from './arrivals.ts';
import { createChoiceActions } from './choiceActions.ts';

const openPage = (link?: ChoicePatch) => open({ card: sampleCard, picture: samplePicture }, link);
const HEAD = { kind: 'encoder', layer: 1, heads: [2] } as const;
describe('heads', () => {
  test('have three states; hiding changes only the view, switching off only the model', () => {
    const { act, choice, state } = openPage();
    const is = () => headStateOf(state(), 'encoder', 1, 2);
    act.setHeads(HEAD, 'hidden');
    expect(is()).toBe('hidden');
    expect(choice().changes).toEqual([]);
    act.setHeads(HEAD, 'mean');
    expect(is()).toBe('mean');
    expect(choice().hidden).toHaveLength(1);
    act.unhide(HEAD);
    act.setHeads(HEAD, 'hidden');
    expect(choice().changes).toHaveLength(1);
    act.switchOn(HEAD);
    expect(is()).toBe('hidden');
    act.setHeads(HEAD, 'zero');
    act.setHeads({ ...HEAD, heads: null }, 'shown');
    expect([is(), choice().hidden, choice().changes]).toEqual(['shown', [], []]);
  });

  test('of a layer but one, of a kind, and back in one step', () => {
    const { act, choice, steps } = openPage();
    act.setHeads({ kind: 'encoder', layer: 0, heads: [1] }, 'mean');
    act.setOtherHeads({ kind: 'encoder', layer: 0, heads: [1] }, 'zero');
    expect(choice().changes).toEqual([
      { type: 'off', kind: 'encoder', layer: 0, heads: [0, 2, 3], way: 'zero' },
    ]);
    act.setHeads({ kind: 'cross', layer: null, heads: null }, 'first');
    expect(choice().changes).toHaveLength(2);
    expect(steps()).toBe(3);
    act.resetChanges();
    expect(choice().changes).toEqual([]);
    act.undo();
    expect(choice().changes).toHaveLength(2);
  });

  test('the chosen ones are switched by one key, and what changes nothing is no step', () => {
    const { act, choice, steps, state } = openPage({ text: 'it', kind: 'decoder', layer: 0, heads: [0, 1] });
    act.setBrush({ way: 'first' });
    act.toggleHeads();
    expect(choice().changes).toEqual([
      { type: 'off', kind: 'decoder', layer: 0, heads: [0, 1], way: 'first' },
    ]);
    act.toggleHeads();
    expect(isChanged(state())).toBe(false);
    act.toggleHidden();
    expect(choice().hidden).toHaveLength(2);
    expect(isChanged(state())).toBe(false);
    expect(steps()).toBe(3);
    act.setHeads({ kind: 'decoder', layer: 0, heads: [0] }, 'hidden');
    act.setMask(HEAD, null);
    act.setScale(HEAD, 1);
    act.setPositions('encoder', null);
    act.setDecoding({ way: 'greedy' });
    act.show('after');
    act.moveWord(0, 0);
    expect(steps()).toBe(3);
  });

  test('beyond the model are no change', () => {
    const { state, choice } = openPage({
      changes: [{ type: 'off', kind: 'encoder', layer: 7, heads: null, way: 'zero' }],
    });
    expect(choice().changes).toHaveLength(1);
    expect(changesOf(state())).toEqual([]);
    expect(isChanged(state())).toBe(false);
  });
});

test('rows read together follow their words, change with the level, and go with the kind', () => {
  const { act, choice, picture } = openPage();
  act.choose({ rows: [0, 2] });
  act.type({ text: 'then it was too tired' });
  picture('then it was too tired');
  expect(choice().rows).toEqual([1, 3]);
  act.setLevel('word');
  expect(choice().rows).toEqual([1, 3]);
  act.choose({ kind: 'cross' });
  expect(choice().rows).toEqual([]);
});

test('after, before, difference go round, in one step while the key is pressed again and again', () => {
  const { act, choice, steps, clock } = openPage();
  const seen = [0, 1, 2].map(() => {
    act.cycleShown();
    return choice().shown;
  });
  expect(seen).toEqual(['before', 'difference', 'after']);
  expect(steps()).toBe(1);
  clock.ms += 2000;
  act.cycleShown();
  act.resetChanges();
  expect(choice().shown).toBe('after');
});

test('the stored picture is of the model as it came: not shown when something is changed', () => {
  const { store } = createHeadlightStore({
    link: { decoding: { ...choiceOf(openPage().state()).decoding, way: 'beam' } },
    remembered: {},
    nowMs: () => 0,
  });
  const arrive = createArrivals(store);
  arrive.card(sampleCard);
  arrive.stored(samplePicture('it was too tired', null, { stored: true }));
  expect(store.getState().picture).toBeNull();
});

test('names of heads are remembered by model, outlive a link, and are no step of undo', () => {
  const kept = new Map<string, string>();
  const memory = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  const visit = (link: ChoicePatch) => {
    const names = recallNames(memory, link.model ?? 'en-fr') ?? [];
    const { store, history } = createHeadlightStore({
      link,
      remembered: { ...recall(memory), names },
      nowMs: () => 0,
    });
    const namesOf = (model: string) => recallNames(memory, model);
    return {
      store,
      act: createChoiceActions(store, history, {
        remember: (settings) => remember(memory, settings),
        namesOf,
      }),
    };
  };
  const [first, second] = [0, 1].map((head) => ({ kind: 'encoder' as const, layer: 0, head }));
  if (!first || !second) throw new Error('two heads');
  const page = visit({});
  page.act.nameHead(first, ' mine ');
  page.act.nameHead(second, 'x'.repeat(41));
  expect(choiceOf(page.store.getState()).names).toEqual([{ ...first, name: 'mine' }]);
  expect(page.store.temporal.getState().pastStates).toHaveLength(0);
  const linked = visit({ names: [{ ...second, name: 'theirs' }] });
  expect(choiceOf(linked.store.getState()).names.map(({ name }) => name)).toEqual(['mine', 'theirs']);
  linked.act.set({ model: 'other' });
  expect(choiceOf(linked.store.getState()).names).toEqual([]);
  linked.act.nameHead(first, 'of the other');
  linked.act.set({ model: 'en-fr' });
  expect(choiceOf(linked.store.getState()).names).toEqual([{ ...first, name: 'mine' }]);
  linked.act.nameHead(first, null);
  expect(recallNames(memory, 'en-fr')).toEqual([]);
  expect(recallNames(memory, 'other')).toEqual([{ ...first, name: 'of the other' }]);
  kept.set('headlight.names.en-fr', '{"broken');
  expect(recallNames(memory, 'en-fr')).toEqual([]);
});
