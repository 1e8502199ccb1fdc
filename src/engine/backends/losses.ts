/** After so many losses that are not far apart webgl is left alone for the session. */
const MOST = 2;

/** A loss is forgiven after a quarter of an hour: a laptop that slept twice in a day still has a sound GPU. */
const FORGIVEN_AFTER_MS = 15 * 60_000;

/** Losses of the GPU, as far as they count. */
export class Losses {
  private atMs: readonly number[] = [];

  /** One more. @param nowMs milliseconds of any clock that goes on */
  note(nowMs: number): void {
    this.atMs = [...this.atMs.filter((each) => nowMs - each < FORGIVEN_AFTER_MS), nowMs];
  }

  /** Whether webgl has been lost too often to be started anew. */
  get areTooMany(): boolean {
    return this.atMs.length >= MOST;
  }
}
