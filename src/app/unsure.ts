import type { Picture } from '../contract/index.ts';

/** A letter the model has no piece for, written as one of its bytes. */
const BYTE_PIECE = /^<0x[0-9A-F]{2}>$/i;

/**
 * The geometric mean of the written words' probabilities beneath which the French is rather a guess. Measured on the bundled
 * model: right translations had 0.59 to 0.92 ("The dog sleeps." 0.90, "The teacher helped the student." 0.59), French that
 * means something else or nothing 0.13 to 0.47 ("The bank raised interest rates." 0.37, "Hello" 0.43, "x = y + 3;" 0.19).
 */
const UNSURE_BELOW = 0.5;

/** True where the sentence is out of the model's range: pieces of bytes, or words it found unlikely when it wrote them. */
export function isUnsure(picture: Pick<Picture, 'source' | 'steps' | 'targetText'>): boolean {
  if (picture.source.some(({ text }) => BYTE_PIECE.test(text))) return true;
  const { steps } = picture;
  if (picture.targetText !== null || steps.length === 0) return false;
  const logs = steps.reduce((sum, { probability }) => sum + Math.log(probability), 0);
  return Math.exp(logs / steps.length) < UNSURE_BELOW;
}
