import {
  type About,
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

type Ask = <Kind extends keyof Answers>(
  question: Asked<Kind>,
  signal?: AbortSignal,
) => Promise<Answers[Kind]>;

type Changes = readonly Intervention[];

/** @param others changes in the place of the picture's; none: the unchanged model, which writes greedily */
function passageOf({ source, target, changes, decoding }: Picture, others: Changes = changes): Passage {
  const ids = (tokens: Picture['source']) => tokens.map((token) => token.id);
  const isPlain = others !== changes && others.length === 0;
  return {
    source: ids(source),
    target: ids(target.slice(1)),
    changes: others,
    decoding: isPlain ? GREEDY : decoding,
  };
}

/** Which picture is asked about. @throws EngineError `bad-request` where there is none */
function subject({ picture }: About, where: string): Picture {
  if (picture) return picture;
  throw new EngineError('bad-request', where, 'picture', 'one given before', 'none');
}

/** Asks the worker about a picture's ids; it remembers no pictures. */
export class AboutPicture {
  constructor(private readonly ask: Ask) {}

  async frame(name: StageName, about: About): Promise<Frame> {
    const picture = subject(about, 'frame');
    if (!parseStageName(name))
      throw new EngineError('bad-request', 'frame', 'name', 'the name of a stage', String(name));
    const { changes, signal } = about;
    const came = changes ? undefined : picture.frames.get(name);
    return came ?? this.ask<'frame'>({ kind: 'frame', name, passage: passageOf(picture, changes) }, signal);
  }

  async gradient(row: number, id: number, about: About): Promise<Gradient> {
    const passage = passageOf(subject(about, 'gradient'), about.changes);
    return this.ask<'gradient'>({ kind: 'gradient', passage, row, id }, about.signal);
  }

  async lens(about: About): Promise<Lens> {
    const picture = subject(about, 'lens');
    const finalIds = picture.steps.map(({ token }) => token.id);
    const passage = passageOf(picture, about.changes);
    return this.ask<'lens'>({ kind: 'lens', passage, finalIds }, about.signal);
  }

  /** With other changes than the picture's, log P before is what the unchanged model thinks of the picture's words. */
  async headEffect(head: HeadAddress, about: About): Promise<HeadEffect> {
    const picture = subject(about, 'headEffect');
    const { changes, signal } = about;
    const before = changes && picture.before ? picture.before.onSameTarget : picture.steps;
    const steps = before.map(({ token, probability }) => ({ id: token.id, probability }));
    return this.ask<'effect'>(
      { kind: 'effect', passage: passageOf(picture, changes), steps, ...head },
      signal,
    );
  }
}
