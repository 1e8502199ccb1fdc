/** A word along an axis: as it is written, and as it is said. */
export interface GridLabel {
  readonly shown: string;
  readonly spoken: string;
  /** The number of its word: pieces of one word are tied together. */
  readonly word?: number | undefined;
  /** Never left out, however little room there is: an end mark, a word that differs. */
  readonly always?: boolean;
}
