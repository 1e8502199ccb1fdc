import {
  type AttentionKind,
  EngineError,
  type Frame,
  type Gradient,
  type HeadEffect,
  type Intervention,
  type Lens,
  type Picture,
  parseStageName,
  type StageName,
} from '../contract/index.ts';
import type { Answers, Asked, Passage } from './protocol.ts';

type Ask = <Kind extends keyof Answers>(question: Asked<Kind>) => Promise<Answers[Kind]>;

function passageOf({ source, target, changes, decoding }: Picture): Passage {
  const ids = (tokens: Picture['source']) => tokens.map((token) => token.id);
  return { source: ids(source), target: ids(target.slice(1)), changes, decoding };
}

/** Asks about a picture's ids; an answer is kept as long as its picture is, and asked for once. */
export class AboutPicture {
  private readonly kept = new WeakMap<Picture, Map<string, Promise<unknown>>>();

  constructor(private readonly ask: Ask) {}

  /** @param changes others than the picture's */
  async frame(picture: Picture | null, name: StageName, changes?: readonly Intervention[]): Promise<Frame> {
    const of = given(picture, 'frame');
    if (!parseStageName(name))
      throw new EngineError('bad-request', 'frame', 'name', 'the name of a stage', String(name));
    const kept = changes ? undefined : of.frames.get(name);
    if (kept) return kept;
    const passage = passageOf(of);
    return this.once<'frame'>(of, {
      kind: 'frame',
      name,
      passage: { ...passage, changes: changes ?? passage.changes },
    });
  }

  async gradient(picture: Picture | null, row: number, id: number): Promise<Gradient> {
    const of = given(picture, 'gradient');
    return this.once<'gradient'>(of, { kind: 'gradient', passage: passageOf(of), row, id });
  }

  async lens(picture: Picture | null): Promise<Lens> {
    const of = given(picture, 'lens');
    const finalIds = of.steps.map(({ token }) => token.id);
    return this.once<'lens'>(of, { kind: 'lens', passage: passageOf(of), finalIds });
  }

  async headEffect(
    picture: Picture | null,
    attention: AttentionKind,
    layer: number,
    head: number,
  ): Promise<HeadEffect> {
    const of = given(picture, 'headEffect');
    const steps = of.steps.map(({ token, probability }) => ({ id: token.id, probability }));
    const question = { kind: 'effect', passage: passageOf(of), steps, attention, layer, head } as const;
    return this.once<'effect'>(of, question);
  }

  private once<Kind extends keyof Answers>(picture: Picture, question: Asked<Kind>): Promise<Answers[Kind]> {
    const answers = this.kept.get(picture) ?? new Map<string, Promise<unknown>>();
    this.kept.set(picture, answers);
    const key = JSON.stringify(question);
    const known = answers.get(key) as Promise<Answers[Kind]> | undefined;
    if (known) return known;
    const answer = this.ask<Kind>(question);
    answers.set(key, answer);
    // A failure is not kept: the next call asks anew.
    answer.catch(() => answers.delete(key));
    return answer;
  }
}

/** @throws EngineError `bad-request` */
function given(picture: Picture | null, where: string): Picture {
  if (picture) return picture;
  throw new EngineError('bad-request', where, 'picture', 'one given before', 'none');
}
