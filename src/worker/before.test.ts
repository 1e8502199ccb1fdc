import { afterEach, expect, test } from 'vitest';
import {
  type Changed,
  type Engine,
  GREEDY,
  type Intervention,
  type RunRequest,
  type Session,
} from '../contract/index.ts';
import { createFakeEngine, makeSafetensors } from '../testing/index.ts';
import { asking } from './testing/asking.ts';
import { files, info, openOn } from './testing/line.ts';

const weights = makeSafetensors({ a: { shape: [2], data: [1, 2] } });
const open: Session[] = [];
afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

const off = (head: number): Intervention => ({
  type: 'off',
  kind: 'encoder',
  layer: 0,
  heads: [head],
  way: 'zero',
});

/**
 * Writes the source backwards; with head 0 off, forwards. Says 0.5 of every word, and 0.25 where something is
 * changed.
 */
function start(onRun: (request: RunRequest) => void | Promise<void> = () => undefined) {
  const fake = createFakeEngine(info, { onRun });
  const asked: RunRequest[] = [];
  const engine: Engine = {
    ...fake,
    run: async (request, control) => {
      asked.push(request);
      const forwards = request.changes?.some((change) => change.type === 'off' && change.heads?.includes(0));
      const target = forwards && !request.target ? request.source.slice(0, -1) : request.target;
      const result = await fake.run({ ...request, target }, control);
      const probability = request.changes?.length ? 0.25 : 0.5;
      return { ...result, steps: result.steps.map((step) => ({ ...step, probability })) };
    },
  };
  const opened = openOn(files(weights), async () => engine);
  open.push(opened.session);
  return { asked, ...opened };
}

const changed = (changes: readonly Intervention[], over: Partial<Changed> = {}) => ({
  ...asking('it was tired', null),
  changes,
  ...over,
});

test('there is nothing before where nothing is changed', async () => {
  const { session, asked } = start();
  expect((await session.show(asking('it was tired', null)))?.before).toBeNull();
  expect((await session.show(changed([], { decoding: { ...GREEDY, seed: 7 } })))?.before).toBeNull();
  expect(asked).toHaveLength(2);
});

test('before is the unchanged model: its translation, and its numbers over the changed picture’s words', async () => {
  const { session, asked } = start();
  const picture = await session.show(changed([off(0)]));
  expect(picture?.translation).toBe('it was tired');
  const { before } = picture ?? {};
  expect(before?.translation).toBe('tired was it');
  expect(before?.target.map(({ text }) => text.trim()).slice(1)).toEqual(['tired', 'was', 'it']);
  expect(before?.steps.map(({ probability }) => probability)).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(before?.onSameTarget.map(({ token }) => token.id)).toEqual(
    picture?.steps.map(({ token }) => token.id),
  );
  expect(before?.onSameTarget.map(({ token }) => token.text)).toEqual(
    picture?.steps.map(({ token }) => token.text),
  );
  expect(before?.onSameTarget.every(({ probability }) => probability === 0.5)).toBe(true);
  expect(picture?.steps.every(({ probability }) => probability === 0.25)).toBe(true);
  const shapes = (frames: ReadonlyMap<string, { shape: readonly number[] }> | undefined) =>
    [...(frames ?? [])].map(([name, { shape }]) => `${name} ${shape}`);
  expect(shapes(before?.frames)).toEqual(shapes(picture?.frames));
  expect(before?.frames.get('decoder.0.self.pattern')?.data[0]).toBe(1);
  const target = picture?.target.slice(1).map(({ id }) => id);
  expect(asked.map((request) => [request.changes?.length, request.target?.length])).toEqual([
    [1, undefined],
    [0, undefined],
    [0, 3],
  ]);
  expect(asked[2]?.target).toEqual(target);
});

test('another way of decoding has a before too, greedily written', async () => {
  const { session, asked } = start();
  const picture = await session.show(changed([], { decoding: { ...GREEDY, temperature: 2 } }));
  expect(picture?.before?.translation).toBe('tired was it');
  expect(asked.map(({ decoding }) => decoding?.temperature)).toEqual([2, 1]);
});

test('toggling a head runs the unchanged model once for a sentence, and for words it has not seen', async () => {
  const { session, asked } = start();
  await session.show(changed([]));
  // Writes what the unchanged model does: its run says all.
  for (const head of [1, 2, 1]) {
    const picture = await session.show(changed([off(head)]));
    expect(picture?.before?.frames.get('encoder.0.self.pattern')?.data.length).toBeGreaterThan(0);
    expect(picture?.before?.onSameTarget).toEqual(picture?.before?.steps);
  }
  expect(asked).toHaveLength(4);
  await session.show(changed([off(0)]));
  expect(asked).toHaveLength(6);
  await session.show({ ...changed([off(1)]), text: 'it was' });
  expect(asked.slice(6).map(({ changes }) => changes?.length)).toEqual([1, 0]);
  await session.show({ ...changed([off(2)]), text: 'it was' });
  expect(asked).toHaveLength(9);
});

test('the person’s French is the target before and after', async () => {
  const { session, asked } = start();
  const picture = await session.show({ ...changed([off(0)]), target: 'was tired' });
  expect(picture?.before).toMatchObject({ translation: 'was tired' });
  expect(picture?.before?.target.map(({ id }) => id)).toEqual(picture?.target.map(({ id }) => id));
  expect(asked.map(({ target }) => target?.length)).toEqual([
    asked[0]?.target?.length,
    asked[0]?.target?.length,
  ]);
});

test('a newer sentence ends the run beside, too', async () => {
  const { session, asked } = start();
  await session.show(asking('it', null));
  const older = session.show({ ...changed([off(0)]), text: 'it was too tired' });
  const newer = session.show({ ...changed([off(0)]), text: 'tired it' });
  expect(await older).toBeNull();
  expect((await newer)?.before?.translation).toBe('it tired');
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('a frame of the unchanged model is over the changed picture’s words', async () => {
  const { session, asked } = start();
  const picture = await session.show(changed([off(0)]));
  await session.frame('encoder.0.self.q', { changes: [] });
  expect(asked.at(-1)).toMatchObject({
    target: picture?.target.slice(1).map(({ id }) => id),
    changes: [],
    stages: ['encoder.0.self.q'],
  });
  await session.frame('encoder.0.self.q');
  expect(asked.at(-1)?.changes).toEqual([off(0)]);
});

test('a peek has nothing beside it, and leaves the kept run alone', async () => {
  const { session, asked } = start();
  await session.show(changed([]));
  expect((await session.peek({ ...changed([off(0)]), text: 'it' })).before).toBeNull();
  await session.show(changed([off(1)]));
  expect(asked).toHaveLength(3);
});
