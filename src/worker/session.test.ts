import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { type Engine, EngineError, type EngineOptions, type Session, UNCHANGED } from '../contract/index.ts';
import { createFakeEngine, type FakeEngineOptions, makeSafetensors } from '../testing/index.ts';
import { openSession } from './session.ts';
import { asking } from './testing/asking.ts';
import { files, hostOf, info, lineTo, listen, openOn } from './testing/line.ts';

const weights = makeSafetensors({ a: { shape: [2], data: [1, 2] } });
const open: Session[] = [];
afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

function start(
  fake: FakeEngineOptions = {},
  store = files(weights),
  make?: (options: EngineOptions) => Promise<Engine>,
) {
  const engine = createFakeEngine(info, fake);
  const opened = openOn(store, make ?? (async () => engine));
  open.push(opened.session);
  return { engine, ...opened };
}

const tick = () => new Promise((done) => setTimeout(done, 0));

test('opens: card, progress, live; a sentence asked before waits and is answered', async () => {
  const { session, cards, progress, live, stored, failures } = start();
  const picture = await session.show(asking('it was tired', null));
  expect(picture?.translation).toBe('tired was it');
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatchObject({ name: 'm', verified: false, info: { maxPositions: 24 } });
  expect(progress.at(-1)?.loaded).toBeGreaterThan(0);
  expect(live).toEqual([{ name: 'cpu', because: 'measured', trials: [] }]);
  expect([stored, failures]).toEqual([[], []]);
});

test('the numbers of a picture arrive whole', async () => {
  const { session } = start();
  const picture = await session.show(asking('it was', null));
  const pattern = picture?.frames.get('decoder.1.self.pattern');
  expect(pattern?.shape).toEqual([8, 3, 3]);
  expect([...(pattern?.data.slice(0, 9) ?? [])].map((x) => Math.round(x * 6))).toEqual([
    6, 0, 0, 3, 3, 0, 2, 2, 2,
  ]);
});

test('an older sentence gives null at once, the newest its picture', async () => {
  const { session, engine } = start();
  await session.show(asking('it', null));
  const older = session.show(asking('it was', null));
  const newer = session.show(asking('it was tired', null));
  expect(await older).toBeNull();
  expect((await newer)?.text).toBe('it was tired');
  expect(engine.asked.length).toBeLessThanOrEqual(3);
});

test('a run under way ends at its next breath when a newer sentence comes', async () => {
  let reached = () => {};
  const started = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const { session, engine } = start({ onRun: () => reached() });
  const older = session.show(asking('it was too tired and it did not cross the street', null));
  await started;
  const newer = session.show(asking('it', null));
  expect(await older).toBeNull();
  expect((await newer)?.translation).toBe('it');
  expect(engine.cut()).toBe(1);
});

test('whatever the order: one run at a time, every promise settles, the last sentence is shown', async () => {
  const { session, engine } = start({ onRun: () => tick().then(() => undefined) });
  await session.show(asking('it', null));
  const act = fc.oneof(
    fc.record({
      do: fc.constant('show' as const),
      text: fc.constantFrom('it', 'it was', 'tired', 'the animal', ''),
    }),
    fc.record({ do: fc.constant('frame' as const), layer: fc.nat(3) }),
    fc.record({ do: fc.constant('wait' as const), ticks: fc.nat(3) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const shows: { text: string; answer: Promise<{ text: string } | null> }[] = [];
      const frames: Promise<unknown>[] = [];
      for (const one of acts) {
        if (one.do === 'show') shows.push({ text: one.text, answer: session.show(asking(one.text, null)) });
        else if (one.do === 'frame') frames.push(session.frame(`encoder.${one.layer}.input`));
        else for (let i = 0; i < one.ticks; i++) await tick();
      }
      const answers = await Promise.all(shows.map(({ answer }) => answer));
      answers.forEach((picture, i) => {
        if (picture) expect(picture.text).toBe(shows[i]?.text);
      });
      if (shows.length > 0) expect(answers.at(-1)?.text).toBe(shows.at(-1)?.text);
      await Promise.all(frames);
    }),
    { numRuns: 60 },
  );
  expect(engine.mostAtOnce()).toBe(1);
});

test('a frame is computed for its picture, for the ids on screen', async () => {
  const { session, engine } = start();
  const picture = await session.show(asking('it was', null));
  expect(await session.frame('encoder.0.self.pattern')).toBe(picture?.frames.get('encoder.0.self.pattern'));
  expect(engine.asked).toHaveLength(1);
  const [first, second] = await Promise.all([
    session.frame('encoder.2.q' as never).catch(String),
    session.frame('encoder.2.self.q'),
  ]);
  expect(first).toContain('frame: name: expected the name of a stage, got encoder.2.q');
  expect(second).toMatchObject({ name: 'encoder.2.self.q' });
  expect(engine.asked.slice(1)).toEqual([
    {
      source: picture?.source.map((token) => token.id),
      target: picture?.target.slice(1).map((token) => token.id),
      stages: ['encoder.2.self.q'],
      ...UNCHANGED,
    },
  ]);
  await session.show(asking('it', null));
  expect(await session.frame('encoder.2.self.q')).not.toBe(second);
});

test('a frame the model does not have is refused as the engine refuses it, each time it is asked', async () => {
  const { session, engine } = start();
  await session.show(asking('it', null));
  for (const _ of [1, 2]) {
    const error = await session.frame('encoder.9.self.q').catch((reason) => reason);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'bad-request', where: 'run', got: 'encoder.9.self.q' });
  }
  expect(engine.asked).toHaveLength(3);
});

test('there is no frame before there is a picture', async () => {
  const { session } = start();
  await expect(session.frame('logits')).rejects.toThrow(
    'frame: picture: expected one given before, got none',
  );
});

test('measurements pass through', async () => {
  const { session } = start();
  expect(await session.measureProducts(3, 4, 5)).toBe(345);
  expect(await session.numTensors()).toBe(7);
});

test('nobody is left waiting when the session is closed', async () => {
  const { session } = start({ onRun: () => new Promise(() => undefined) });
  const shown = session.show(asking('it', null));
  const counted = session.numTensors();
  const measured = session.measureProducts(1, 2, 3);
  session.close();
  expect(await shown).toBeNull();
  await expect(counted).rejects.toThrow('close: session: expected an open one, got a closed one');
  await expect(measured).rejects.toBeInstanceOf(EngineError);
  expect(await session.show(asking('it', null))).toBeNull();
  await expect(session.numTensors()).rejects.toMatchObject({ code: 'outdated' });
});

test('a backend replaced during a run is told', async () => {
  let name: 'webgl' | 'wasm' = 'webgl';
  const { session, live } = start({}, files(weights), async () => ({
    ...createFakeEngine(info, {
      onRun: () => {
        name = 'wasm';
      },
    }),
    backend: () => ({ name, because: name === 'wasm' ? 'fallback' : 'measured', trials: [] }),
  }));
  await session.show(asking('it', null));
  await session.show(asking('it was', null));
  expect(live.map((report) => report.name)).toEqual(['webgl', 'wasm']);
});

test('the weights are not asked for before the stored picture has been painted', async () => {
  const bin = readFileSync('public/models/en-fr/first-result.bin');
  const store = {
    ...files(weights),
    'first-result.json': readFileSync('public/models/en-fr/first-result.json', 'utf8'),
    'first-result.bin': new Uint8Array(bin).buffer as ArrayBuffer,
  };
  const host = hostOf(store);
  const heard = listen();
  let askedThen: readonly string[] = [];
  const events = {
    ...heard.events,
    onStored: () => {
      askedThen = [...host.asked];
    },
  };
  const line = lineTo(async () => createFakeEngine(info), host.fetch);
  const options = { modelUrl: '/m/', backend: 'auto', wasmPath: '/wasm/' } as const;
  const session = openSession(options, events, line.makeWorker);
  await vi.waitFor(() => expect(host.asked).toContain('model.safetensors'));
  expect(askedThen).toContain('first-result.bin');
  expect(askedThen).not.toContain('model.safetensors');
  session.close();
});
