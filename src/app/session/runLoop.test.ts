import { expect, test, vi } from 'vitest';
import { EngineError, GREEDY, type Intervention } from '../../contract/index.ts';
import { createArrivals, createChoiceActions, createHeadlightStore } from '../../state/index.ts';
import { type FakeSession, openFakeSession } from '../../testing/fakeSession.ts';
import { sampleCard } from '../../testing/picture.ts';
import { createQuestions } from './questions/questions.ts';
import { createRunLoop } from './runLoop.ts';

const QUIET = {
  onCard: () => {},
  onStored: () => {},
  onProgress: () => {},
  onLive: () => {},
  onFailure: () => {},
};
const OFF: Intervention = { type: 'off', kind: 'encoder', layer: 1, heads: [2], way: 'zero' };

/** A live page on a sentence whose first picture is there. */
async function setUp() {
  const { store, history } = createHeadlightStore({
    link: { text: 'it was' },
    remembered: {},
    nowMs: () => 0,
  });
  const act = createChoiceActions(store, history, { remember: () => {} });
  const arrive = createArrivals(store);
  arrive.card(sampleCard);
  const session: FakeSession = openFakeSession({ modelUrl: '', backend: 'auto', wasmPath: '' }, QUIET);
  const questions = createQuestions({ store, session: () => session, nowMs: () => 0 });
  const runner = createRunLoop({ store, arrive, questions, nowMs: () => 0, onPicture: () => {} });
  store.subscribe((state, last) => {
    if (state.work !== last.work) runner.look();
  });
  runner.use(session);
  await session.answer();
  const settled = () => runner.settled(store.getState());
  return { store, act, session, settled };
}

test('asks again when the model is changed, and how it writes; not when only the view is', async () => {
  const { act, session, settled } = await setUp();
  expect(session.asked).toEqual([{ text: 'it was', target: null, changes: [], decoding: GREEDY }]);
  act.setHeads(OFF, 'zero');
  expect(settled()).toBe(false);
  await session.answer();
  expect(settled()).toBe(true);
  act.setDecoding({ way: 'sample', seed: 7 });
  await session.answer();
  expect(session.asked.slice(1)).toEqual([
    { text: 'it was', target: null, changes: [OFF], decoding: GREEDY },
    { text: 'it was', target: null, changes: [OFF], decoding: { ...GREEDY, way: 'sample', seed: 7 } },
  ]);
  act.setHeads({ kind: 'encoder', layer: 0, heads: [1] }, 'hidden');
  act.show('difference');
  act.choose({ view: 'cell', inspect: 3, layer: 0, weigh: 'gradient', rows: [1], changes: [{ ...OFF }] });
  expect(session.asked).toHaveLength(3);
  expect(settled()).toBe(true);
  act.resetChanges();
  expect(session.asked.at(-1)).toEqual(session.asked[0]);
});

test('a forbidden cell that followed its words is asked for once more, where it now stands', async () => {
  const { act, session, settled } = await setUp();
  act.forbid(OFF, [{ query: 0, key: 1 }], 'before');
  await session.answer();
  act.type({ text: 'then it was' });
  await session.answer();
  expect(settled()).toBe(false);
  expect(session.asked.at(-1)).toMatchObject({
    text: 'then it was',
    changes: [{ cells: [{ query: 1, key: 2 }] }],
  });
  await session.answer();
  expect(settled()).toBe(true);
  expect(session.asked).toHaveLength(4);
});

test('what the drawing needs besides comes with each picture, and for this one when the drawing changes', async () => {
  const { store, act, session, settled } = await setUp();
  const names = (): readonly string[] => [...store.getState().besides.keys()];
  act.choose({ weigh: 'value' });
  expect(settled()).toBe(false);
  await vi.waitFor(() => expect(settled()).toBe(true));
  expect(names()).toEqual(['encoder.1.self.v']);
  expect(store.getState().besides.get('encoder.1.self.v')?.before).toBeNull();
  expect(session.asked).toHaveLength(1);
  act.choose({ depth: 'mean' });
  act.setHeads(OFF, 'zero');
  await session.answer({
    before: { translation: '', target: [], steps: [], frames: new Map(), onSameTarget: [] },
  });
  await vi.waitFor(() => expect(settled()).toBe(true));
  expect(names()).toEqual(['encoder.0.self.v', 'encoder.1.self.v']);
  expect(store.getState().besides.get('encoder.0.self.v')?.before).not.toBeNull();
  act.choose({ weigh: 'pattern' });
  act.type({ text: 'it was too' });
  await session.answer();
  expect(names()).toEqual([]);
});

test('numbers that do not come are a failure of the run, and the picture stays', async () => {
  const { store, act, session } = await setUp();
  const { picture } = store.getState();
  session.frame = async () => {
    throw new EngineError('context-lost', 'run', 'webgl', 'a context', 'none');
  };
  act.choose({ weigh: 'value' });
  await vi.waitFor(() => expect(store.getState().run.phase).toBe('failed'));
  expect(store.getState().picture).toBe(picture);
});

test('a session that is closed while it is asked is no failure of the run', async () => {
  const { store, act, session } = await setUp();
  session.frame = async () => {
    throw new EngineError('outdated', 'close', 'session', 'an open one', 'a closed one');
  };
  act.choose({ weigh: 'value' });
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(store.getState().run.phase).toBe('idle');
});
