import type { Picture, Session, ShowRequest } from '../../contract/index.ts';
import {
  type AppState,
  type Arrivals,
  choiceOf,
  type HeadlightStore,
  sameValue,
  textIsKnown,
} from '../../state/index.ts';
import { failureOf } from './failure.ts';
import { besidesOf, missingOf, wantedOf } from './questions/besides.ts';

export interface RunnerOptions {
  readonly store: HeadlightStore;
  readonly arrive: Arrivals;
  readonly nowMs: () => number;
  /** Told of every picture that becomes the newest, with the moment it was asked for. */
  readonly onPicture: (picture: Picture, askedAtMs: number) => void;
}

/**
 * Asks the session for the picture of every new sentence and every change of the model, and takes the answers that
 * are still the newest. What the drawing needs besides comes with it, so that none is drawn by halves.
 */
export interface Runner {
  /** From now on this session is asked; its first picture at once. */
  use(session: Session): void;
  /** No session is live: nothing is asked. */
  rest(): void;
  /** The sentence or the changes may be others: asks if they are. */
  look(): void;
  /** Asks for the same sentence once more, after a run failed. */
  again(): void;
  /**
   * True when the picture of this state, with all its drawing needs, was asked for and answered last, and nothing is
   * under way.
   */
  settled(state: AppState): boolean;
}

/** What a picture of this state is asked for by. What only the view knows of is no part of it. */
function requestOf(state: AppState): ShowRequest {
  const { text, target, changes, decoding } = choiceOf(state);
  return { text, target, changes, decoding };
}

function sameRequest(one: ShowRequest, other: ShowRequest): boolean {
  return (
    one.text === other.text &&
    one.target === other.target &&
    sameValue(one.changes, other.changes) &&
    sameValue(one.decoding, other.decoding)
  );
}

export function createRunner({ store, arrive, nowMs, onPicture }: RunnerOptions): Runner {
  let session: Session | null = null;
  let asked: ShowRequest | null = null;
  let number = 0;
  let answered = -1;

  const ask = async (request: ShowRequest): Promise<void> => {
    if (session === null) return;
    asked = request;
    const mine = ++number;
    const startMs = nowMs();
    arrive.runStarted(startMs);
    try {
      const picture = await session.show(request);
      // Null or late: a newer sentence is being asked for already.
      if (picture === null || mine !== number) return;
      const besides = await besidesOf(session, picture, wantedOf(store.getState()));
      if (mine !== number) return;
      answered = mine;
      onPicture(picture, startMs);
      arrive.picture(picture, besides);
    } catch (error) {
      if (mine !== number) return;
      answered = mine;
      arrive.runFailed(failureOf(error));
    }
  };
  /** What another way of drawing needs of the picture on screen. */
  const bring = async (): Promise<void> => {
    const state = store.getState();
    const missing = missingOf(state);
    if (session === null || state.picture === null || state.picture.stored || missing.length === 0) return;
    try {
      arrive.besides(state.picture, await besidesOf(session, state.picture, missing));
    } catch (error) {
      if (store.getState().picture === state.picture) arrive.runFailed(failureOf(error));
    }
  };
  const look = (again: boolean): void => {
    const state = store.getState();
    if (session === null || !textIsKnown(state)) return;
    const request = requestOf(state);
    if (again || asked === null || !sameRequest(asked, request)) void ask(request);
    else void bring();
  };
  return {
    use(next) {
      session = next;
      look(true);
    },
    rest() {
      session = null;
      number++;
    },
    look: () => look(false),
    again: () => look(true),
    settled: (state) =>
      session !== null &&
      answered === number &&
      asked !== null &&
      sameRequest(asked, requestOf(state)) &&
      missingOf(state).length === 0,
  };
}
