import type { Picture } from '../../contract/index.ts';
import { joinTokens } from '../matrix/joinWords.ts';
import { linkWeights, type WordLink } from './headLinks.ts';

/** Words that stand for a noun of the same sentence. */
const PRONOUNS = new Set(['it', 'he', 'she', 'they', 'him', 'her', 'them', 'its', 'his', 'their', 'itself']);
/** English words that are no noun, and so are not what a pronoun stands for. */
const NO_NOUNS = new Set(
  `a an the this that these those i you we us me my your our and or but because so if when while that which who
  not no do does did is are was were be been am has have had will would can could may might must shall should
  to of in on at by for with from into onto over under next too very more most`.split(/\s+/),
);

/** Two letters or more, and neither a pronoun nor one of the little words. */
const mayBeNoun = (word: string): boolean =>
  /^\p{L}{2,}$/u.test(word) && !PRONOUNS.has(word) && !NO_NOUNS.has(word);

/** How much a link is read in the head that reads it most. */
function strengthOf(picture: Parameters<typeof linkWeights>[0], link: WordLink): number {
  return Math.max(0, ...linkWeights(picture, link).values());
}

/**
 * The link a finder begins with: from the sentence's last pronoun to the word before it that some head reads most, of
 * those that may be its noun; without a pronoun, from the last such word to another. Null where there are no
 * two words.
 */
export function firstLink(picture: Pick<Picture, 'frames' | 'source' | 'target'>): WordLink | null {
  const words = joinTokens(picture.source).map(({ text }) => text.toLowerCase());
  const nouns = [...words.keys()].filter((at) => mayBeNoun(words[at] ?? ''));
  const pronoun = words.findLastIndex((word, at) => PRONOUNS.has(word) && nouns.some((noun) => noun < at));
  const query = pronoun >= 0 ? pronoun : (nouns.at(-1) ?? -1);
  const links = nouns
    .filter((noun) => noun < query)
    .map((key): WordLink => ({ kind: 'encoder', query, key }))
    .map((link) => ({ link, strength: strengthOf(picture, link) }));
  const most = Math.max(...links.map(({ strength }) => strength));
  return links.find(({ strength }) => strength === most)?.link ?? null;
}
