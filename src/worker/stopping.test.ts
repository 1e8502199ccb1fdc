import { afterEach, expect, test, vi } from 'vitest';
import {
  type Engine,
  EngineError,
  type RunControl,
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

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const PIECE_MS = 30;

/** An engine that does one thing at a time, and all but short sentences piece by piece, until it is told to finish. */
function start() {
  const engine = createFakeEngine(info);
  const began: string[] = [];
  let pieces = 0;
  let piecesAtKey = 0;
  let finish = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
  const long = <T>(name: string, control: RunControl | undefined, work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      began.push(name);
      while (!finish) {
        pieces++;
        await sleep(PIECE_MS);
        await control?.breathe();
        if (control?.isOutdated())
          throw new EngineError('outdated', name, 'request', 'the newest', 'an older one');
      }
      return work();
    });
  const isShort = ({ source, target }: RunRequest) => source.length <= 2 && target === null;
  const slow: Engine = {
    ...engine,
    run: (request, control) =>
      isShort(request)
        ? inTurn(() => {
            piecesAtKey = pieces;
            return engine.run(request, control);
          })
        : long('run', control, () => engine.run(request, control)),
    gradient: (request, row, id, control) =>
      long('gradient', control, () => engine.gradient(request, row, id, control)),
    lens: (request, finalIds, control) =>
      long('lens', control, () => engine.lens(request, finalIds, control)),
    settle: (control) => long('settle', control, async () => undefined),
  };
  const { session } = openOn(files(weights), async () => slow);
  open.push(session);
  const done = () => {
    finish = true;
  };
  return { session, began, pieces: () => pieces, piecesAtKey: () => piecesAtKey, done };
}

test.each([
  ['a gradient', (session: Session) => session.gradient(0, 1), 'gradient'],
  ['the lens', (session: Session) => session.lens(), 'lens'],
  ['a head’s effect', (session: Session) => session.headEffect('encoder', 0, 0), 'run'],
  ['a stage', (session: Session) => session.frame('encoder.0.self.q'), 'run'],
  ['another sentence beside', (session: Session) => session.peek(asking('it was too tired', null)), 'run'],
])('a key pressed while %s is computed is answered before the next piece of it', async (_, ask, name) => {
  const { session, began, pieces, piecesAtKey, done } = start();
  await session.show(asking('it', null));
  let answered = false;
  const answer = ask(session).then(() => {
    answered = true;
  });
  await vi.waitFor(() => expect(pieces()).toBeGreaterThan(2));
  const then = pieces();
  expect((await session.show(asking('tired', null)))?.text).toBe('tired');
  expect(piecesAtKey()).toBe(then);
  expect([answered, began[0]]).toEqual([false, name]);
  done();
  await answer;
  // It was begun anew, and went to its end.
  expect(began).toEqual([name, name]);
});

test('a key pressed while another backend is tried is answered before the next piece of the trial', async () => {
  const { session, began, pieces, piecesAtKey, done } = start();
  await session.show(asking('it', null));
  await vi.waitFor(() => expect(pieces()).toBeGreaterThan(2), { timeout: 5000 });
  for (const text of ['tired', 'was']) {
    const then = pieces();
    expect((await session.show(asking(text, null)))?.text).toBe(text);
    expect(piecesAtKey()).toBe(then);
  }
  expect(began).toEqual(['settle']);
  // It goes on in the next idle moment.
  await vi.waitFor(() => expect(began).toEqual(['settle', 'settle']), { timeout: 5000 });
  done();
});
