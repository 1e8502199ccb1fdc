import type { Engine, HeadsOff, Picture } from '../../src/contract/index.ts';
import { type Place, places, positionOf, weight, weightsOf } from './heads.ts';
import { LECTURE } from './sentences.ts';

/** What a head has to do with one sentence's pronoun. */
export interface Part {
  /** α̂ of the noun in the pronoun's row. */
  readonly link: number;
  /** The row's largest α̂, whatever it is of. */
  readonly largest: number;
  /** What log P of the pronoun's translation loses when the head is off, in nats; the words before it stay. */
  readonly loss: number;
}

/** An encoder head with its part in each of the lecture's sentences, in their order. */
export interface Candidate {
  readonly place: Place;
  readonly parts: readonly Part[];
}

/** Weights are written with three digits: from here on such a row reads 1.000 and zeros, and nobody can follow it. */
const SATURATED = 0.9995;
/** By as much the pronoun must get less likely without the head, in nats: 0.05 are 5 %. */
const MATTERS = 0.05;

/** Of a head that reads the noun without mattering, or matters without reading it, this is near 0. */
export const score = ({ parts }: Candidate): number =>
  parts.reduce((sum, { link, loss }) => sum + link * Math.max(0, loss), 0);

/** @throws Error when the translation has no such token */
function rowWriting(picture: Picture, word: string): number {
  const row = picture.steps.findIndex(({ token }) => token.text === word);
  if (row < 0) throw new Error(`no token "${word}" in "${picture.translation}"`);
  return row;
}

/** log P of what a row writes before, less after, with the picture's own translation given. Nats. */
async function lossWithout(engine: Engine, picture: Picture, row: number, { kind, layer, head }: Place) {
  const off: HeadsOff = { type: 'off', way: 'zero', kind, layer, heads: [head] };
  const source = picture.source.map(({ id }) => id);
  const target = picture.target.slice(1).map(({ id }) => id);
  const { steps } = await engine.run({ source, target, stages: [], changes: [off], purpose: 'peek' });
  const [before, after] = [picture.steps, steps].map((all) => all[row]?.probability ?? Number.NaN);
  return Math.log(before ?? Number.NaN) - Math.log(after ?? Number.NaN);
}

/** Every encoder head with its part in the lecture's sentences, whose pictures are given. */
export async function measureCandidates(engine: Engine, pictures: readonly Picture[]): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const place of places(engine.info).filter(({ kind }) => kind === 'encoder')) {
    const parts: Part[] = [];
    for (const [i, { pronoun, antecedent, translated }] of LECTURE.entries()) {
      const picture = pictures[i] as Picture;
      const row = positionOf(picture, pronoun);
      parts.push({
        link: weight(picture, place, row, positionOf(picture, antecedent)),
        largest: Math.max(...weightsOf(picture, place, row)),
        loss: await lossWithout(engine, picture, rowWriting(picture, translated), place),
      });
    }
    candidates.push({ place, parts });
  }
  return candidates;
}

/**
 * The head to open with. What is said of it must hold on the first sentence: there the pronoun reads its noun most, the
 * row has more than one weight to speak of, and the French pronoun loses something without the head. Of those, the one
 * with the highest score: what the pronoun loses without the head, counted as far as the head reads the noun. So it is
 * neither a head that reads the noun while nothing depends on it, nor one that matters by reading something else.
 * Where no head is like that, the one that reads the noun most in both sentences.
 */
export function chooseOpening(candidates: readonly Candidate[]): Candidate {
  const fit = candidates.filter(({ parts: [first] }) => {
    if (!first) return false;
    return first.link === first.largest && first.largest < SATURATED && first.loss >= MATTERS;
  });
  const least = ({ parts }: Candidate): number => Math.min(...parts.map(({ link }) => link));
  const [best] =
    fit.length > 0
      ? fit.toSorted((a, b) => score(b) - score(a))
      : candidates.toSorted((a, b) => least(b) - least(a));
  if (!best) throw new Error('the model has no encoder head');
  return best;
}

const ROWS = 10;

/**
 * The best candidates, a line each: for each sentence the weight on the noun, the largest of its row, and the nats that
 * the French pronoun loses without the head.
 */
export function candidateTable(candidates: readonly Candidate[]): string {
  const shown = candidates.toSorted((a, b) => score(b) - score(a)).slice(0, ROWS);
  const cells = ({ link, largest, loss }: Part): string =>
    [link, largest, loss].map((value) => value.toFixed(4).padStart(9)).join('');
  const lines = shown.map((one) => {
    const { layer, head } = one.place;
    return `${layer + 1} · ${head + 1}${one.parts.map(cells).join('  |')}  |${score(one).toFixed(4).padStart(9)}`;
  });
  return ['layer · head: noun, largest, nats lost, of each sentence; score', ...lines].join('\n');
}
