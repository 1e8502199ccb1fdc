import { type Picture, type Session, UNCHANGED } from '../contract/index.ts';
import { type Arrivals, choiceOf, type HeadlightStore, textIsKnown } from '../state/index.ts';
import { failureOf } from './failure.ts';

export interface RunnerOptions {
  readonly store: HeadlightStore;
  readonly arrive: Arrivals;
  readonly nowMs: () => number;
  /** Told of every picture that becomes the newest, with the moment it was asked for. */
  readonly onPicture: (picture: Picture, askedAtMs: number) => void;
}

/** Asks the session for the picture of every new sentence, and takes the answers that are still the newest. */
export interface Runner {
  /** From now on this session is asked; its first picture at once. */
  use(session: Session): void;
  /** No session is live: nothing is asked. */
  rest(): void;
  /** The sentence may have changed: asks if it did. */
  look(): void;
  /** Asks for the same sentence once more, after a run failed. */
  again(): void;
  /** True when the newest live picture is the one last asked for and nothing is under way. */
  settled(): boolean;
}

export function createRunner({ store, arrive, nowMs, onPicture }: RunnerOptions): Runner {
  let session: Session | null = null;
  let asked: { readonly text: string; readonly target: string | null } | null = null;
  let number = 0;
  let answered = -1;

  const ask = async (text: string, target: string | null): Promise<void> => {
    if (session === null) return;
    asked = { text, target };
    const mine = ++number;
    const startMs = nowMs();
    arrive.runStarted(startMs);
    try {
      const picture = await session.show({ text, target, ...UNCHANGED });
      // Null or late: a newer sentence is being asked for already.
      if (picture === null || mine !== number) return;
      answered = mine;
      onPicture(picture, startMs);
      arrive.picture(picture);
    } catch (error) {
      if (mine !== number) return;
      answered = mine;
      arrive.runFailed(failureOf(error));
    }
  };
  const look = (again: boolean): void => {
    const state = store.getState();
    if (session === null || !textIsKnown(state)) return;
    const { text, target } = choiceOf(state);
    if (again || asked?.text !== text || asked.target !== target) void ask(text, target);
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
    settled: () => session !== null && answered === number,
  };
}
