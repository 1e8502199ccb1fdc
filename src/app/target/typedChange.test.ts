import { describe, expect, it } from 'vitest';
import type { PictureStep } from '../../contract/index.ts';
import { PAUSE_MS, type Typed, typedChanges, typedOn } from './typedChange.ts';

/** A picture of a sentence and its French, a token a word. */
function drawn(text: string, french: string, targetText: string | null = null) {
  const steps = french.split(' ').map((word, i) => ({
    token: { id: i, text: word, role: 'text', word: i, start: 0, end: 0 },
  }));
  return { text, steps: steps as unknown as readonly PictureStep[], targetText };
}

const run = (...pictures: readonly [ReturnType<typeof drawn>, number][]): Typed => {
  let typed: Typed | null = null;
  for (const [picture, at] of pictures) typed = typedOn(typed, picture, at);
  if (typed === null) throw new Error('run: no picture');
  return typed;
};
const said = (typed: Typed) => typedChanges(typed)?.map(({ before, after }) => [before, after]) ?? null;

describe('what typing did to the French', () => {
  it('is told against what stood there before the first key, not against half-typed words', () => {
    const typed = run(
      [drawn('too tired', 'la bête est là il trop fatigué'), 0],
      [drawn('too ', 'la bête est là il trop'), 9000],
      [drawn('too wi', 'la bête est là il trop wi'), 9200],
      [drawn('too wide', 'la bête est là elle trop large'), 9400],
    );
    expect(said(typed)).toEqual([
      ['il', 'elle'],
      ['fatigué', 'large'],
    ]);
  });

  it('begins anew after a pause', () => {
    const typed = run(
      [drawn('too tired', 'la bête est là il trop fatigué'), 0],
      [drawn('too wide', 'la bête est là elle trop large'), 9000],
      [drawn('so wide', 'la bête est là elle si large'), 9000 + PAUSE_MS + 1],
    );
    expect(said(typed)).toEqual([['trop', 'si']]);
  });

  it('is nothing when the French is the same, is the person’s own, or when the sentence is another', () => {
    const first = drawn('too tired', 'la bête est là il trop fatigué');
    expect(said(run([first, 0]))).toBeNull();
    expect(said(run([first, 0], [drawn('too tired.', 'la bête est là il trop fatigué'), 9000]))).toBeNull();
    expect(said(run([first, 0], [drawn('wide', 'la bête est là elle trop large', 'elle'), 9000]))).toBeNull();
    expect(said(run([first, 0], [drawn('a b c', 'un chat noir dort'), 9000]))).toBeNull();
  });

  it('goes when the old sentence is typed again', () => {
    const first = drawn('too tired', 'la bête est là il trop fatigué');
    const typed = run([first, 0], [drawn('too wide', 'la bête est là elle trop large'), 9000], [first, 9300]);
    expect(said(typed)).toBeNull();
  });
});
