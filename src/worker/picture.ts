import type {
  BeamTree,
  Changed,
  ModelInfo,
  Picture,
  PictureBeam,
  PictureStep,
  RunRequest,
  RunResult,
  Token,
  Tokenizer,
} from '../contract/index.ts';
import { cutToFit, type Fitted } from './cutToFit.ts';

/** What one run is for: the words beside the ids. */
export interface Sentence {
  readonly text: string;
  readonly source: Fitted;
  /** The person's own target, or null. */
  readonly target: (Fitted & { readonly text: string }) | null;
}

/** Turns texts into requests, and results into pictures. */
export class Translator {
  /** What an id shows by itself, among the likeliest of a step. */
  private readonly shown = new Map<number, string>();

  constructor(
    private readonly tokenizer: Tokenizer,
    private readonly info: ModelInfo,
  ) {}

  /** Both texts cut to the model's positions; one is kept free in each for the mark. */
  read(text: string, target: string | null): Sentence {
    const room = this.info.maxPositions - 1;
    return {
      text,
      source: readable(text, room, this.tokenizer),
      target: target === null ? null : { ...readable(target, room, this.tokenizer), text: target },
    };
  }

  /** A text without pieces is asked as the end mark alone. */
  request(sentence: Sentence, { changes, decoding }: Changed): RunRequest {
    const ids = ({ tokens }: Fitted) => tokens.map((token) => token.id);
    return {
      source: [...ids(sentence.source), this.info.endId],
      target: sentence.target && ids(sentence.target),
      stages: [],
      changes,
      decoding,
    };
  }

  /** @param tokensMs what reading the sentence took; what building the picture takes is added. */
  picture(sentence: Sentence, result: RunResult, { changes, decoding }: Changed, tokensMs: number): Picture {
    const start = performance.now();
    const ids = result.decoderInput.slice(1);
    const { target: given } = sentence;
    const translation = given
      ? given.text.slice(0, given.text.length - given.leftOut)
      : this.tokenizer.decode(ids);
    const words = (given ? given.tokens : this.tokenizer.describe(ids)).map((token) => ({
      ...token,
      // The start mark is word 0.
      word: token.word + 1,
    }));
    const target = [this.mark(this.info.startId, 'start', 0, 0), ...words];
    const steps = result.steps.map((step, t): PictureStep => {
      const token = words[t]?.id === step.id ? words[t] : this.behind(step.id, words, translation);
      const best = step.best.map((one) => ({ ...one, text: this.textOf(one.id) }));
      return { token, probability: step.probability, best };
    });
    const { tokens } = sentence.source;
    const end = this.mark(this.info.endId, 'end', tokens.at(-1)?.end ?? 0, nextWord(tokens));
    return {
      text: sentence.text,
      targetText: given?.text ?? null,
      source: [...tokens, end],
      target,
      steps,
      translation,
      ended: result.ended,
      leftOut: sentence.source.leftOut,
      targetLeftOut: given?.leftOut ?? 0,
      frames: result.frames,
      timings: { ...result.timings, tokensMs: tokensMs + performance.now() - start },
      counts: result.counts,
      changes,
      decoding,
      beam: result.beam && this.beamWords(result.beam),
      before: null,
      stored: false,
    };
  }

  private beamWords({ steps, chosen }: BeamTree): PictureBeam {
    const words = steps.map((nodes) => nodes.map((node) => ({ ...node, text: this.textOf(node.id) })));
    return { steps: words, chosen };
  }

  /**
   * The token that would follow the last: an end mark as a rule, a word where the limit or the person cut the target.
   */
  private behind(id: number, words: readonly Token[], translation: string): Token {
    const role = id === this.info.endId ? 'end' : 'text';
    return this.mark(id, role, translation.length, Math.max(1, nextWord(words)));
  }

  private mark(id: number, role: Token['role'], at: number, word: number): Token {
    return { id, text: this.textOf(id), start: at, end: at, word, role };
  }

  /** What an id shows by itself. */
  textOf(id: number): string {
    let text = this.shown.get(id);
    if (text === undefined) {
      text = this.tokenizer.describe([id])[0]?.text ?? '';
      this.shown.set(id, text);
    }
    return text;
  }
}

/**
 * A text as the model reads it: line breaks and tabs as blanks, and no blanks around it, which would be pieces of
 * their own that come and go with every word typed. Offsets still count in the text as it was typed.
 */
function readable(text: string, room: number, tokenizer: Tokenizer): Fitted {
  const blank = text.replace(/[\t\n\v\f\r]/g, ' ');
  const before = blank.length - blank.trimStart().length;
  const words = blank.trim();
  const { tokens, leftOut: cut } = cutToFit(words, room, tokenizer);
  const leftOut = cut > 0 ? text.length - before - words.length + cut : 0;
  if (before === 0) return { tokens, leftOut };
  const moved = tokens.map((token) => ({ ...token, start: token.start + before, end: token.end + before }));
  return { tokens: moved, leftOut };
}

const nextWord = (tokens: readonly Token[]): number => (tokens.at(-1)?.word ?? -1) + 1;
