import {
  type Before,
  type Changed,
  type Engine,
  GREEDY,
  type RunControl,
  type RunRequest,
  type RunResult,
  UNCHANGED,
} from '../contract/index.ts';
import type { Sentence, Translator } from './picture.ts';

/** True when a picture of this is the unchanged model's own, and needs none beside it. */
export const asksUnchanged = ({ changes, decoding }: Changed): boolean =>
  changes.length === 0 && decoding.way === 'greedy' && decoding.temperature === 1;

const sameIds = (a: readonly number[] | null, b: readonly number[] | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((id, i) => id === b[i]));

/** Frames leave the worker with their memory: what stays needs its own. */
function copyOf(result: RunResult): RunResult {
  const frames = [...result.frames].map(
    ([name, frame]) => [name, { ...frame, data: frame.data.slice() }] as const,
  );
  return { ...result, frames: new Map(frames) };
}

/**
 * The unchanged model beside a changed picture. Its run of the newest sentence is kept: toggling a head does not run
 * it again.
 */
export class Unchanged {
  private kept: { readonly request: RunRequest; readonly result: RunResult } | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly translator: Translator,
  ) {}

  /** Keeps what an unchanged picture is made from. */
  keep(request: RunRequest, result: RunResult): void {
    this.kept = { request, result: copyOf(result) };
  }

  /**
   * What the unchanged model makes of a changed picture's sentence, and of its target. Of a target that the length
   * limit cut, the last row is about the end mark.
   * @param request the changed picture's, `result` its answer
   * @throws EngineError `outdated`
   */
  async beside(
    sentence: Sentence,
    request: RunRequest,
    result: RunResult,
    control: RunControl,
  ): Promise<Before> {
    const own = await this.own(request, control);
    const target = result.decoderInput.slice(1);
    const isSame = sameIds(own.decoderInput, result.decoderInput);
    const same = isSame ? own : await this.engine.run({ ...plain(request), target }, control);
    const mine = this.translator.picture(sentence, own, UNCHANGED, 0);
    const told = isSame ? mine : this.translator.picture({ ...sentence, target: null }, same, UNCHANGED, 0);
    return {
      translation: mine.translation,
      target: mine.target,
      steps: mine.steps,
      frames: same.frames,
      onSameTarget: told.steps,
    };
  }

  /** The unchanged model's own run: its own translation, or over the person's. */
  private async own(request: RunRequest, control: RunControl): Promise<RunResult> {
    const { kept } = this;
    const isKept =
      kept && sameIds(kept.request.source, request.source) && sameIds(kept.request.target, request.target);
    if (isKept) return kept.result;
    const asked = plain(request);
    const result = await this.engine.run(asked, control);
    this.kept = { request: asked, result };
    return result;
  }
}

const plain = ({ source, target }: RunRequest): RunRequest => ({
  source,
  target,
  stages: [],
  changes: [],
  decoding: GREEDY,
  purpose: 'unchanged',
});
