import { expect, test } from 'vitest';
import { samplePicture } from '../../testing/picture.ts';
import { createArrivals } from '../actions/arrivals.ts';
import { createChoiceActions } from '../actions/choiceActions.ts';
import { choiceOf } from '../selectors.ts';
import { createHeadlightStore } from '../store.ts';
import type { ChoicePatch } from '../types.ts';

function setUp(link: ChoicePatch) {
  const { store, history } = createHeadlightStore({ link, remembered: {}, nowMs: () => 0 });
  const arrive = createArrivals(store);
  const act = createChoiceActions(store, history, { remember: () => {} });
  const choice = () => choiceOf(store.getState());
  const picture = (text: string) => arrive.picture(samplePicture(text));
  return { store, act, arrive, choice, picture };
}

/** A picture whose chosen head reads these rows. */
function readsRows(text: string, rows: readonly (readonly number[])[]): ReturnType<typeof samplePicture> {
  const n = rows.length;
  const frame = {
    name: 'encoder.0.self.pattern',
    shape: [1, n, n],
    data: new Float32Array(rows.flat()),
  } as const;
  return samplePicture(text, null, { frames: new Map([[frame.name, frame]]) });
}
const READS_FIRST = [
  [0.2, 0.7, 0.1],
  [0.8, 0.1, 0.1],
  [0, 0, 1],
];
const READS_SECOND = [READS_FIRST[0] ?? [], [0.1, 0.8, 0.1], [0, 0, 1]];

test('a pin on what its row reads most moves to what it then reads most; another pin keeps its words', () => {
  const { act, arrive, choice } = setUp({ text: 'it was' });
  arrive.picture(readsRows('it was', READS_FIRST));
  act.pin({ query: 1, key: 0 });
  act.type({ text: 'he was' });
  arrive.picture(readsRows('he was', READS_SECOND));
  expect(choice().cell).toEqual({ query: 1, key: 1 });
  act.pin({ query: 1, key: 2 });
  act.type({ text: 'it was' });
  arrive.picture(readsRows('it was', READS_FIRST));
  expect(choice().cell).toEqual({ query: 1, key: 2 });
});

test('a pin on a word moves among words, though its row reads the end mark more', () => {
  const { act, arrive, choice } = setUp({ text: 'it was' });
  const type = (text: string, rows: readonly (readonly number[])[]) => {
    act.type({ text });
    arrive.picture(readsRows(text, rows));
  };
  arrive.picture(readsRows('it was', READS_FIRST));
  act.pin({ query: 1, key: 0 });
  type('he was', [READS_FIRST[0] ?? [], [0.1, 0.2, 0.7], [0, 0, 1]]);
  expect(choice().cell).toEqual({ query: 1, key: 1 });
  act.pin({ query: 1, key: 2 });
  type('it was', READS_SECOND);
  expect(choice().cell).toEqual({ query: 1, key: 1 });
});

test('the same sentence once more keeps what is pointed at; another one does not', () => {
  const { store, act, picture } = setUp({ text: 'it was' });
  picture('it was');
  act.point({ query: 0, key: 1, drawing: 0 });
  picture('it was');
  expect(store.getState().hover).not.toBeNull();
  picture('it is');
  expect(store.getState().hover).toBeNull();
});
