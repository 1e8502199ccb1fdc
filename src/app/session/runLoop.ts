import { isOutdated, type Picture, type Session, type ShowRequest } from '../../contract/index.ts';
import {
  type AppState,
  type Arrivals,
  choiceOf,
  type HeadlightStore,
  sameValue,
  textIsKnown,
} from '../../state/index.ts';
import { failureOf } from './failure.ts';
import { askBesides, missingOf, wantedOf } from './questions/drawing.ts';
import type { Questions } from './questions/questions.ts';

export interface RunLoopOptions {
  readonly store: HeadlightStore;
  readonly arrive: Arrivals;
  readonly questions: Questions;
  readonly nowMs: () => number;
  /** Told of every picture that becomes the newest, with the moment it was asked for. */
  readonly onPicture: (picture: Picture, askedAtMs: number) => void;
}

/**
 * Asks the session for the picture of every new sentence and every change of the model, and takes the answers that
 * are still the newest. What the drawing needs besides comes with it, so that none is drawn by halves.
 */
export interface RunLoop {
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

/** What another way of drawing needs of the picture on screen. */
async function bringMissing({ store, arrive, questions }: RunLoopOptions): Promise<void> {
  const state = store.getState();
  const missing = missingOf(state);
  if (state.picture === null || state.picture.stored || missing.length === 0) return;
  try {
    arrive.besides(state.picture, await askBesides(questions, state.picture, missing));
  } catch (error) {
    const isNewest = store.getState().picture === state.picture;
    if (isNewest && !isOutdated(error)) arrive.runFailed(failureOf(error));
  }
}

export function createRunLoop(options: RunLoopOptions): RunLoop {
  const { store, arrive, questions, nowMs, onPicture } = options;
  let session: Session | null = null;
  let asked: ShowRequest | null = null;
  /** The newest run's; ended, with what is asked besides for its picture, when a newer one begins. */
  let newest = new AbortController();
  let answered: AbortSignal | null = null;

  const ask = async (request: ShowRequest): Promise<void> => {
    if (session === null) return;
    asked = request;
    newest.abort();
    newest = new AbortController();
    const { signal } = newest;
    const startMs = nowMs();
    arrive.runStarted(startMs);
    try {
      const picture = await session.show(request);
      // Null or late: a newer sentence is being asked for already.
      if (picture === null || signal.aborted) return;
      const besides = await askBesides(questions, picture, wantedOf(store.getState()), signal);
      if (signal.aborted) return;
      answered = signal;
      onPicture(picture, startMs);
      arrive.picture(picture, besides);
    } catch (error) {
      if (signal.aborted) return;
      answered = signal;
      arrive.runFailed(failureOf(error));
    }
  };
  const look = (again: boolean): void => {
    const state = store.getState();
    if (session === null || !textIsKnown(state)) return;
    const request = requestOf(state);
    if (again || asked === null || !sameRequest(asked, request)) void ask(request);
    else void bringMissing(options);
  };
  return {
    use(next) {
      session = next;
      look(true);
    },
    rest() {
      session = null;
      newest.abort();
    },
    look: () => look(false),
    again: () => look(true),
    settled: (state) =>
      session !== null &&
      answered === newest.signal &&
      asked !== null &&
      sameRequest(asked, requestOf(state)) &&
      missingOf(state).length === 0,
  };
}
