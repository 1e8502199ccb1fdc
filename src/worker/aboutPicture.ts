import {
  EngineError,
  type Frame,
  GREEDY,
  type Gradient,
  type HeadEffect,
  type Intervention,
  type Lens,
  type Picture,
  parseStageName,
  type StageName,
} from '../contract/index.ts';
import type { Answers, Asked, HeadAddress, Passage } from './protocol.ts';

type Ask = <Kind extends keyof Answers>(question: Asked<Kind>) => Promise<Answers[Kind]>;

type Changes = readonly Intervention[];

/** @param others changes in the place of the picture's; none: the unchanged model, which writes greedily */
function passageOf({ source, target, changes, decoding }: Picture, others = changes): Passage {
  const ids = (tokens: Picture['source']) => tokens.map((token) => token.id);
  const isPlain = others !== changes && others.length === 0;
  return {
    source: ids(source),
    target: ids(target.slice(1)),
    changes: others,
    decoding: isPlain ? GREEDY : decoding,
  };
}

/** Asks about a picture's ids; an answer is kept as long as its picture is, and asked for once. */
export class AboutPicture {
  private readonly kept = new WeakMap<Picture, Map<string, Promise<unknown>>>();

  constructor(private readonly ask: Ask) {}

  async frame(picture: Picture | null, name: StageName, changes?: Changes): Promise<Frame> {
    const of = given(picture, 'frame');
    if (!parseStageName(name))
      throw new EngineError('bad-request', 'frame', 'name', 'the name of a stage', String(name));
    const kept = changes ? undefined : of.frames.get(name);
    if (kept) return kept;
    return this.once<'frame'>(of, { kind: 'frame', name, passage: passageOf(of, changes) });
  }

  async gradient(picture: Picture | null, row: number, id: number, changes?: Changes): Promise<Gradient> {
    const of = given(picture, 'gradient');
    return this.once<'gradient'>(of, { kind: 'gradient', passage: passageOf(of, changes), row, id });
  }

  async lens(picture: Picture | null, changes?: Changes): Promise<Lens> {
    const of = given(picture, 'lens');
    const finalIds = of.steps.map(({ token }) => token.id);
    return this.once<'lens'>(of, { kind: 'lens', passage: passageOf(of, changes), finalIds });
  }

  /** With other changes than the picture's, log P before is what the unchanged model thinks of the picture's words. */
  async headEffect(picture: Picture | null, head: HeadAddress, changes?: Changes): Promise<HeadEffect> {
    const of = given(picture, 'headEffect');
    const before = changes && of.before ? of.before.onSameTarget : of.steps;
    const steps = before.map(({ token, probability }) => ({ id: token.id, probability }));
    return this.once<'effect'>(of, { kind: 'effect', passage: passageOf(of, changes), steps, ...head });
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
