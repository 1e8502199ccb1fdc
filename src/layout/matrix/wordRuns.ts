/** Neighbouring pieces of one word, by their first and last position. */
export interface WordRun {
  readonly from: number;
  readonly to: number;
}

/**
 * The words that stand in several pieces, in order; what is a piece and a word at once is none of them.
 * @param pieces each with its word's number; what has none belongs to no word
 */
export function wordRuns(pieces: readonly { readonly word?: number | undefined }[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  pieces.forEach(({ word }, to) => {
    if (word === undefined || word === pieces[to + 1]?.word) return;
    const other = pieces.findLastIndex((piece, at) => at < to && piece.word !== word);
    if (other + 1 < to) runs.push({ from: other + 1, to });
  });
  return runs;
}
