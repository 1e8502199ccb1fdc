import {
  type BackendReport,
  EngineError,
  type Frame,
  type Picture,
  parseStageName,
  type Session,
  type StageName,
} from '../../contract/index.ts';
import {
  type AppState,
  type Choice,
  type ChoiceActions,
  checkPatch,
  choiceOf,
  chosenOf,
  describe,
  type HeadlightStore,
  partPatch,
} from '../../state/index.ts';
import { type ApiProbes, createApiProbes, pictureOn } from './apiProbes.ts';
import { errorOf } from './failure.ts';
import type { Painting } from './paintSignal.ts';
import type { Questions } from './questions/questions.ts';
import type { RunLoop } from './runLoop.ts';
import type { PictureTimings, Timings } from './timings.ts';

export interface ApiToken {
  readonly id: number;
  readonly text: string;
}

export interface ApiTargetToken extends ApiToken {
  readonly probability: number;
  readonly best: readonly { readonly id: number; readonly text: string; readonly probability: number }[];
}

/** `window.headlight`; docs/API.md describes it for its users. */
export interface HeadlightApi extends ApiProbes {
  whenReady(): Promise<void>;
  getState(): Choice;
  setState(patch: unknown): Promise<void>;
  frame(name: string, of?: { readonly changes?: unknown }): Promise<Frame>;
  tokens(): { readonly source: readonly ApiToken[]; readonly target: readonly ApiToken[] };
  translation(): { readonly text: string; readonly tokens: readonly ApiTargetToken[] };
  backend(): (BackendReport & { readonly lastRunMs: number | null }) | null;
  numTensors(): Promise<number>;
  measureProducts(sourceLength: number, targetLength: number, repeats: number): Promise<number>;
  lastTimings(): PictureTimings | null;
}

export interface ApiParts {
  readonly store: HeadlightStore;
  readonly act: ChoiceActions;
  readonly painting: Painting<AppState>;
  readonly runner: RunLoop;
  readonly timings: Timings;
  readonly session: () => Session;
  readonly questions: Questions;
}

const tokenOf = ({ id, text }: ApiToken): ApiToken => ({ id, text });

/** The picture on screen is the one of this state's sentence, changes and decoding, live. */
function isWhole(state: AppState, runner: RunLoop): boolean {
  const { picture, load, run } = state;
  if (load.phase !== 'live' || picture === null || picture.stored) return false;
  const { text, target } = choiceOf(state);
  // A run that failed left the picture of other changes there.
  if (run.phase === 'failed') return false;
  return picture.text === text && picture.targetText === target && runner.settled(state);
}

function throwFailure(state: AppState, where: string): void {
  if (state.load.phase === 'failed') throw errorOf(state.load.failure, where);
  if (state.run.phase === 'failed') throw errorOf(state.run.failure, where);
}

function checkStage(name: unknown): StageName {
  if (typeof name === 'string' && parseStageName(name) !== null) return name as StageName;
  const example = 'a stage such as encoder.0.self.pattern';
  throw new EngineError('bad-request', 'frame', 'name', example, describe(name));
}

function readings(
  store: HeadlightStore,
): Pick<HeadlightApi, 'getState' | 'tokens' | 'translation' | 'backend'> {
  const picture = (): Picture | null => store.getState().picture;
  return {
    getState: () => ({ ...choiceOf(store.getState()), ...chosenOf(store.getState()) }),
    tokens: () => ({
      source: (picture()?.source ?? []).map(tokenOf),
      target: (picture()?.target ?? []).map(tokenOf),
    }),
    translation: () => ({
      text: picture()?.translation ?? '',
      tokens: (picture()?.steps ?? []).map(({ token, probability, best }) => ({
        ...tokenOf(token),
        probability,
        best: best.map((other) => ({ ...other })),
      })),
    }),
    backend() {
      const { load, picture: last } = store.getState();
      if (load.phase !== 'live') return null;
      return { ...load.report, lastRunMs: last && !last.stored ? last.timings.totalMs : null };
    },
  };
}

export function createApi(parts: ApiParts): HeadlightApi {
  const { store, act, painting, runner, timings, session, questions } = parts;
  return {
    ...readings(store),
    whenReady: () => painting.until((state) => state === store.getState() && isWhole(state, runner)),
    async setState(patch) {
      const { work, settings } = partPatch(checkPatch('setState', patch));
      if (Object.keys(work).length > 0) act.choose(work);
      if (Object.keys(settings).length > 0) act.set(settings);
      await painting.until((state) => {
        if (state !== store.getState()) return false;
        throwFailure(state, 'setState');
        return isWhole(state, runner);
      });
    },
    async frame(name, of) {
      const stage = checkStage(name);
      const changes =
        of?.changes === undefined ? undefined : checkPatch('frame', { changes: of.changes }).changes;
      const picture = pictureOn(store, 'frame');
      const about = changes ? { picture, changes } : { picture };
      const frame = await questions.now({ type: 'frame', of: about, name: stage });
      return { name: frame.name, shape: [...frame.shape], data: frame.data.slice() };
    },
    ...createApiProbes(store, questions),
    numTensors: () => session().numTensors(),
    measureProducts: (source, target, repeats) => session().measureProducts(source, target, repeats),
    lastTimings: () => timings.last(),
  };
}
