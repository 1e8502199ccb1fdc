import type { CharacterByte, PictureStep } from '../../contract/index.ts';

/** The end mark as it stands on the page. */
export const END_GLYPH = '↵';

/** A step of the strip. */
export interface StripToken {
  readonly step: number;
  readonly text: string;
  readonly end: boolean;
  /** Of one byte of a character, which stands over the first of them. */
  readonly byte: CharacterByte | null;
  readonly probability: number;
  /** The likeliest token's text where it is not this one: the model would have gone on otherwise. */
  readonly preferred: string | null;
}

/** Stands for a byte of the character before it. */
const FURTHER_BYTE = '·';

const shown = (text: string) => (text.trim() === '' ? '␣' : text);

/** A step as it is shown; a piece made of blanks only is shown as ␣, the end mark as ↵. */
export function stripToken(step: PictureStep, index: number): StripToken {
  const [first] = step.best;
  const preferred = first && first.id !== step.token.id ? shown(first.text) : null;
  const { byte = null, role, text } = step.token;
  const end = role === 'end';
  const written = byte === null ? text : byte.nth === 1 ? byte.character : FURTHER_BYTE;
  return {
    step: index,
    text: end ? END_GLYPH : shown(written),
    end,
    byte,
    probability: step.probability,
    preferred,
  };
}

/** The strip's tokens, pieces of one word together, in order. */
export function stripWords(steps: readonly PictureStep[]): readonly (readonly StripToken[])[] {
  const words: StripToken[][] = [];
  let last: PictureStep['token'] | null = null;
  steps.forEach((step, i) => {
    const { token } = step;
    const joins = last !== null && token.role === 'text' && last.role === 'text' && last.word === token.word;
    if (joins) words.at(-1)?.push(stripToken(step, i));
    else words.push([stripToken(step, i)]);
    last = token;
  });
  return words;
}

/** A token and how likely it was. */
export interface RunnerUp {
  readonly text: string;
  readonly probability: number;
  /** True for the token that stands in the sentence. */
  readonly stands: boolean;
}

/**
 * The chip: the likeliest tokens of a step, best first, `most` of them; the token that stands there is always among
 * them, last if it was not one of the likeliest.
 */
export function runnersUp(step: PictureStep, endId: number | null, most = 3): readonly RunnerUp[] {
  const name = (id: number, text: string) => (id === endId ? END_GLYPH : shown(text));
  const all = step.best.map(({ id, text, probability }) => ({
    text: name(id, text),
    probability,
    stands: id === step.token.id,
  }));
  const own = {
    text: stripToken(step, 0).text,
    probability: step.probability,
    stands: true,
  };
  const first = all.slice(0, most);
  if (first.some((one) => one.stands)) return first;
  return [...first.slice(0, most - 1), own];
}

export type StripKey = 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';
const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];
export const isStripKey = (key: string): key is StripKey => KEYS.includes(key);

/** Where a key leads along `count` tokens; it stops at the ends. */
export function moveAlong(at: number, key: StripKey, count: number): number {
  const last = Math.max(0, count - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return Math.min(last, Math.max(0, at + (key === 'ArrowRight' ? 1 : -1)));
}
