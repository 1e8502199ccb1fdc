import type { Frame, Picture, Session, StageName } from '../../../contract/index.ts';
import { valueStages } from '../../../layout/index.ts';
import {
  type AppState,
  type Beside,
  type Besides,
  choiceOf,
  chosenOf,
  memoize,
} from '../../../state/index.ts';

/** Stages the drawing needs besides the patterns: vʲ where weights are drawn times its length. */
export const wantedOf = memoize(
  (state: AppState) => [chosenOf(state), choiceOf(state).depth, choiceOf(state).weigh],
  ({ kind, layer }, depth, weigh): readonly StageName[] =>
    valueStages({ kind, layer, depth, byValue: weigh === 'value' }),
);

/** Those that have not come yet. */
export const missingOf = (state: AppState): readonly StageName[] =>
  wantedOf(state).filter((name) => !state.besides.has(name));

/** One stage of a picture, with its changes and, where it has any, without. @throws EngineError */
export async function besideOf(
  session: Pick<Session, 'frame'>,
  picture: Picture,
  name: StageName,
): Promise<Beside> {
  const [after, before] = await Promise.all([
    session.frame(name, { picture }),
    picture.before === null ? null : session.frame(name, { picture, changes: [] }),
  ]);
  return { after, before };
}

export async function besidesOf(
  session: Pick<Session, 'frame'>,
  picture: Picture,
  names: readonly StageName[],
): Promise<Besides> {
  const found = await Promise.all(
    names.map(async (name) => [name, await besideOf(session, picture, name)] as const),
  );
  return new Map(found);
}

/** The frames of one side of what came besides. */
export function framesOf(besides: Besides, side: keyof Beside): ReadonlyMap<StageName, Frame> {
  return new Map([...besides].flatMap(([name, both]) => (both[side] ? [[name, both[side]] as const] : [])));
}
