/**
 * Words guessed at once: with the word before them they fill four rows, which cost a product hardly twice what one
 * row does.
 */
const MOST = 3;

/** After a wrong guess one word, unless the newest is found again: two rows cost what one does. */
const CAREFUL = 1;

/** How far from where the two differ a word of the old translation is looked for. */
const REACH = 3;

/** Some ids of the old translation, and where they stand in it. */
export interface Guess {
  readonly ids: readonly number[];
  readonly from: number;
}

/**
 * Guesses how a translation goes on after it differs from the last one: mostly a word was exchanged, put in or left
 * out, and the rest stays. Wrong guesses cost time, never words: every one of them is verified.
 */
export class Guesser {
  private sure = true;

  /** @param draft the last translation's ids, without marks */
  constructor(private readonly draft: readonly number[]) {}

  /**
   * What may follow.
   * @param id the newest word
   * @param at where in the old translation it stands, or another word in its place
   */
  after(id: number, at: number): Guess {
    const found = this.find(id, at);
    // Nothing found: another word in the old one's place, or a new one before the old translation's last.
    const isLast = at === this.draft.length - 1;
    const from = found >= 0 ? found + 1 : isLast ? at : at + 1;
    const many = found >= 0 || this.sure;
    return { ids: this.draft.slice(from, from + (many ? MOST : CAREFUL)), from };
  }

  /** How many ids of a guess were right. */
  learn(right: number): void {
    this.sure = right > 0;
  }

  /** The nearest place of a word, or -1. */
  private find(id: number, at: number): number {
    for (let off = 0; off <= REACH; off++) {
      if (this.draft[at + off] === id) return at + off;
      if (this.draft[at - off] === id) return at - off;
    }
    return -1;
  }
}
