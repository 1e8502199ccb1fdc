import { afterEach, expect, test, vi } from 'vitest';
import { EngineError } from '../../contract/index.ts';
import { choiceOf } from '../../state/index.ts';
import { type FakeSession, fakeWindow, openFakeSession, settle } from '../../testing/fakeSession.ts';
import { sampleCard, samplePicture } from '../../testing/picture.ts';
import { createHeadlight, type Headlight } from './headlight.ts';

const REPORT = { name: 'wasm', because: 'measured', trials: [] } as const;
let open: Headlight | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

/** A page whose session and painter are in the test's hands. */
function setUp(address = 'http://localhost/app/index.html') {
  const window = fakeWindow(address);
  const sessions: FakeSession[] = [];
  const headlight = createHeadlight({
    window,
    baseUrl: 'http://localhost/app/',
    writesLink: true,
    open: (options, events) => {
      const session = openFakeSession(options, events);
      sessions.push(session);
      return session;
    },
  });
  open = headlight;
  // What React does after each change.
  headlight.store.subscribe((state) => queueMicrotask(() => headlight.painting.committed(state)));
  const session = (): FakeSession => {
    const newest = sessions.at(-1);
    if (!newest) throw new Error('no session');
    return newest;
  };
  const goLive = (): void => {
    session().events.onCard(sampleCard);
    session().events.onLive(REPORT);
  };
  return { window, headlight, sessions, session, goLive };
}

test('opens the model of the link, beside the page, on the backend the link asks for', () => {
  const { session } = setUp('http://localhost/app/?model=tiny&backend=cpu');
  expect(session().options).toEqual({
    modelUrl: 'http://localhost/app/models/tiny/',
    backend: 'cpu',
    wasmPath: 'http://localhost/app/wasm/',
  });
});

test('asks for the first view once live, and for every sentence typed after; late answers are dropped', async () => {
  const { headlight, session, goLive } = setUp();
  goLive();
  expect(session().asked).toMatchObject([{ text: 'it was too tired', target: null }]);
  headlight.act.type({ text: 'it was' });
  headlight.act.choose({ layer: 1 });
  expect(session().asked.map(({ text }) => text)).toEqual(['it was too tired', 'it was']);
  await session().answer();
  expect(headlight.store.getState().picture).toBeNull();
  await session().answer();
  expect(headlight.store.getState().picture?.text).toBe('it was');
  expect(headlight.store.getState().run.phase).toBe('idle');
});

test('an overtaken run leaves the page as it is', async () => {
  const { headlight, session, goLive } = setUp();
  goLive();
  await session().overtake();
  expect(headlight.store.getState()).toMatchObject({ picture: null, run: { phase: 'running' } });
});

test('a run that fails says so, keeps the last picture, and is tried again on request', async () => {
  const { headlight, session, goLive } = setUp();
  goLive();
  await session().answer();
  headlight.act.type({ text: 'it is' });
  await session().fail(new EngineError('not-finite', 'run', 'encoder.0.output', 'numbers', 'NaN'));
  const { run, picture } = headlight.store.getState();
  expect(run).toMatchObject({ phase: 'failed', failure: { code: 'not-finite' } });
  expect(picture?.text).toBe('it was too tired');
  headlight.retry();
  await session().answer();
  expect(headlight.store.getState()).toMatchObject({ run: { phase: 'idle' }, picture: { text: 'it is' } });
});

test('loading that fails is retried, and then shows what was typed meanwhile', async () => {
  const { headlight, session, goLive } = setUp();
  session().events.onFailure({ code: 'network', message: 'cut', file: 'model.safetensors' });
  headlight.act.type({ text: 'typed meanwhile' });
  expect(session().asked).toMatchObject([]);
  headlight.retry();
  expect(headlight.store.getState().load.phase).toBe('opening');
  expect(session().retries()).toBe(1);
  goLive();
  expect(session().asked).toMatchObject([{ text: 'typed meanwhile', target: null }]);
});

test('another backend closes the session, opens another, and the old one is not listened to any more', async () => {
  const { headlight, sessions, goLive } = setUp();
  goLive();
  await sessions[0]?.answer();
  headlight.act.set({ backend: 'cpu' });
  expect(sessions).toHaveLength(2);
  expect(sessions[0]?.closed()).toBe(true);
  expect(headlight.store.getState().load.phase).toBe('opening');
  sessions[0]?.events.onFailure({ code: 'crashed', message: 'late', file: null });
  expect(headlight.store.getState().load.phase).toBe('opening');
  expect(headlight.store.getState().picture?.text).toBe('it was too tired');
});

test('whenReady waits for a live picture, setState for the picture of its state', async () => {
  const { headlight, session, goLive } = setUp();
  const done: string[] = [];
  void headlight.api.whenReady().then(() => done.push('ready'));
  session().events.onCard(sampleCard);
  session().events.onStored(samplePicture('it was too tired', null, { stored: true }));
  await settle();
  expect(done).toEqual([]);
  goLive();
  await session().answer();
  await vi.waitFor(() => expect(done).toEqual(['ready']));
  void headlight.api.setState({ text: 'new', kind: 'cross', layer: 9 }).then(() => done.push('state'));
  await settle();
  expect(done).toEqual(['ready']);
  await session().answer();
  await vi.waitFor(() => expect(done).toEqual(['ready', 'state']));
  expect(headlight.api.getState()).toMatchObject({ text: 'new', kind: 'cross', layer: 2, heads: [1] });
});

test('setState that changes nothing resolves at once; a run that fails rejects it', async () => {
  const { headlight, session, goLive } = setUp();
  goLive();
  await session().answer();
  await headlight.api.setState({});
  const state = headlight.api.setState({ text: 'bad' });
  const rejected = expect(state).rejects.toThrow('boom');
  await session().fail(new Error('boom'));
  await rejected;
});

test('setState waits for the picture of its changes, and a run of them that fails rejects it', async () => {
  const { headlight, session, goLive } = setUp();
  goLive();
  await session().answer();
  const done: string[] = [];
  const changes = [{ type: 'off', kind: 'encoder', layer: 0, heads: [1] }];
  void headlight.api.setState({ changes }).then(() => done.push('changes'));
  await settle();
  expect(done).toEqual([]);
  await session().answer();
  await vi.waitFor(() => expect(done).toEqual(['changes']));
  expect(headlight.api.getState().changes).toEqual([{ ...changes[0], way: 'zero' }]);
  const rejected = expect(headlight.api.setState({ changes: [] })).rejects.toThrow('boom');
  await session().fail(new Error('boom'));
  await rejected;
  void headlight.api.whenReady().then(() => done.push('ready'));
  await settle();
  expect(done).toEqual(['changes']);
});

test('setState and frame refuse what is not sound, with words', async () => {
  const { headlight, goLive } = setUp();
  goLive();
  await expect(headlight.api.setState({ layer: 'x' })).rejects.toThrow(
    'setState: layer: expected a whole number from 0 to 999, got "x"',
  );
  await expect(headlight.api.frame('encoder.0')).rejects.toThrow(
    'frame: name: expected a stage such as encoder.0.self.pattern, got "encoder.0"',
  );
  expect(choiceOf(headlight.store.getState()).layer).toBe(1);
});

test('tokens, translation, backend and numbers are plain copies of what is on screen', async () => {
  const { headlight, session, goLive } = setUp();
  expect(headlight.api.backend()).toBeNull();
  expect(headlight.api.translation()).toEqual({ text: '', tokens: [] });
  goLive();
  await session().answer();
  expect(headlight.api.tokens().source.map(({ text }) => text)).toEqual(['it', 'was', 'too', 'tired', '']);
  expect(headlight.api.translation().text).toBe('IT WAS TOO TIRED');
  expect(headlight.api.backend()).toEqual({ ...REPORT, lastRunMs: 4 });
  const frame = await headlight.api.frame('encoder.0.output');
  expect(frame).toEqual({ name: 'encoder.0.output', shape: [1], data: new Float32Array([7]) });
  expect(await headlight.api.numTensors()).toBe(42);
  expect(await headlight.api.measureProducts(12, 12, 5)).toBe(3);
  await vi.waitFor(() => expect(headlight.api.lastTimings()?.text).toBe('it was too tired'));
});

test('frame asks for other changes than the picture’s, checked and in their one form', async () => {
  const { headlight, session, goLive } = setUp();
  goLive();
  await session().answer();
  const asked: unknown[] = [];
  const own = session().frame;
  session().frame = async (name, of) => {
    asked.push(of?.changes);
    return own(name, of);
  };
  const stage = 'encoder.0.output';
  await headlight.api.frame(stage);
  await headlight.api.frame(stage, { changes: [] });
  await headlight.api.frame(stage, { changes: [{ type: 'off', kind: 'encoder' }] });
  expect(asked).toEqual([
    undefined,
    [],
    [{ type: 'off', kind: 'encoder', layer: null, heads: null, way: 'zero' }],
  ]);
  await expect(headlight.api.frame(stage, { changes: 'none' })).rejects.toThrow('frame: changes: expected');
});

test('probes are asked of the session and come as copies; what is no head is refused with words', async () => {
  const { headlight, session, goLive } = setUp();
  goLive();
  await session().answer();
  expect(await headlight.api.gradient(1, 5)).toEqual({
    row: 1,
    id: 5,
    frames: {
      'encoder.0.self.pattern': {
        name: 'encoder.0.self.pattern',
        shape: [1, 1, 1],
        data: new Float32Array([15]),
      },
    },
  });
  expect(await headlight.api.lens()).toEqual([[{ id: 1, text: 'word', probability: 0.5, finalRank: 0 }]]);
  expect(await headlight.api.headEffect('cross', 2, 1)).toMatchObject({ loss: 2.1, drops: [2] });
  await expect(headlight.api.headEffect('self', 0, 0)).rejects.toThrow(
    'headEffect: kind: expected encoder, decoder, cross, got "self"',
  );
});

test('the address follows the state, keeps what else the query says, and a link opened is taken over', async () => {
  const { headlight, window, goLive } = setUp('http://localhost/app/index.html?debug=1&backend=wasm#layer=0');
  goLive();
  headlight.act.type({ text: 'a b' });
  await vi.waitFor(() => expect(window.written).toHaveLength(1), { timeout: 2000 });
  expect(window.written[0]).toBe(
    'http://localhost/app/index.html?debug=1&backend=wasm#text=a+b&kind=encoder&layer=0&heads=2&cell=none',
  );
  window.location.hash = '#text=other&view=arcs';
  window.dispatchEvent(new Event('hashchange'));
  expect(headlight.api.getState()).toMatchObject({ text: 'other', view: 'arcs', layer: 1 });
});
