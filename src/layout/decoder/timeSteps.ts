import type { Picture, PictureStep, Token } from '../../contract/index.ts';
import { END_SIGN, tokenLabel } from '../heatmap/labels.ts';

/** A word the decoder could have written. */
export interface Candidate {
  readonly id: number;
  readonly text: string;
  readonly probability: number;
  /** The one that stands there, and is fed back in. */
  readonly taken: boolean;
}

/** One step of the target: what the decoder read, and what it made of it. */
export interface TimeStep {
  /** From 0; also the decoder's row that is new. */
  readonly step: number;
  /** The rows so far: the start mark, then what was written. */
  readonly fed: readonly Token[];
  readonly written: Token;
  /** The likeliest first; the taken one is always among them. */
  readonly candidates: readonly Candidate[];
  /** Probability of all others together. */
  readonly rest: number;
  /** No step follows: the end mark was written, or the sentence was cut. */
  readonly last: boolean;
}

/** A step number that the picture has; 0 for a picture without steps. */
export function clampStep(step: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.round(step) || 0));
}

const label = (id: number, text: string, endId: number | null): string =>
  id === endId ? END_SIGN : tokenLabel({ text, role: 'text' });

function candidatesOf(step: PictureStep, count: number, endId: number | null): readonly Candidate[] {
  const { token } = step;
  const all = step.best.map(({ id, text, probability }) => ({
    id,
    text: label(id, text, endId),
    probability,
    taken: id === token.id,
  }));
  const likeliest = all.slice(0, count);
  if (likeliest.some((one) => one.taken)) return likeliest;
  // Typed by the person, or drawn by chance: not among the likeliest.
  const own = { id: token.id, text: tokenLabel(token), probability: step.probability, taken: true };
  return [...all.slice(0, count - 1), own];
}

/**
 * What happened at one step, from the finished picture.
 * @param count how many candidates, at least 1
 * @returns null when the picture has no such step
 */
export function timeStep(
  { target, steps }: Pick<Picture, 'target' | 'steps'>,
  step: number,
  count: number,
  endId: number | null,
): TimeStep | null {
  const written = steps[step];
  if (!written || target[step] === undefined) return null;
  const candidates = candidatesOf(written, count, endId);
  const known = candidates.reduce((sum, one) => sum + one.probability, 0);
  return {
    step,
    fed: target.slice(0, step + 1),
    written: written.token,
    candidates,
    rest: Math.max(0, 1 - known),
    last: step + 1 >= Math.min(steps.length, target.length),
  };
}
