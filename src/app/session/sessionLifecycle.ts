import type { Session, SessionEvents, SessionOptions } from '../../contract/index.ts';
import { type Arrivals, choiceOf, type HeadlightStore } from '../../state/index.ts';
import type { RunLoop } from './runLoop.ts';

export type OpenSession = (options: SessionOptions, events: SessionEvents) => Session;

export interface KeeperOptions {
  readonly store: HeadlightStore;
  readonly arrive: Arrivals;
  readonly runner: RunLoop;
  readonly open: OpenSession;
  /** The folder of the page, with its slash: models and wasm binaries lie beneath it. */
  readonly baseUrl: string;
}

/** Keeps one session open, of the chosen model on the chosen backend. */
export interface Keeper {
  /** Opens the first session, or another one when model or backend were changed. */
  look(): void;
  session(): Session;
  retry(): void;
  close(): void;
}

export function createKeeper({ store, arrive, runner, open, baseUrl }: KeeperOptions): Keeper {
  let session: Session | null = null;
  let opened = '';
  let turn = 0;

  const start = (model: string, backend: SessionOptions['backend']): void => {
    const mine = ++turn;
    /** Only the newest session is listened to. */
    const heard =
      <Args extends readonly unknown[]>(listen: (...args: Args) => void) =>
      (...args: Args): void => {
        if (mine === turn) listen(...args);
      };
    session?.close();
    runner.rest();
    session = open(
      {
        modelUrl: new URL(`models/${model}/`, baseUrl).href,
        backend,
        wasmPath: new URL('wasm/', baseUrl).href,
      },
      {
        onCard: heard(arrive.card),
        onStored: heard(arrive.stored),
        onProgress: heard(arrive.progress),
        onLive: heard((report) => {
          arrive.live(report);
          if (session) runner.use(session);
        }),
        onFailure: heard((failure) => {
          runner.rest();
          arrive.failed(failure);
        }),
      },
    );
  };
  return {
    look() {
      const { model, backend } = choiceOf(store.getState());
      const wanted = `${model} ${backend}`;
      if (wanted === opened) return;
      if (opened !== '') arrive.opening();
      opened = wanted;
      start(model, backend);
    },
    session() {
      if (session === null) throw new Error('createKeeper: look() comes first');
      return session;
    },
    retry() {
      arrive.opening();
      session?.retry();
    },
    close() {
      turn++;
      session?.close();
      session = null;
      runner.rest();
    },
  };
}
