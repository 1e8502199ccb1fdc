/** A word along an axis: as it is written, and as it is said. */
export interface GridLabel {
  readonly shown: string;
  readonly spoken: string;
}
