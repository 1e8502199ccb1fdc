import type { Picture, RunCounts, RunTimings } from '../../contract/index.ts';
import { afterFrame } from './paintSignal.ts';

/** One picture's way from the key to the screen, milliseconds. */
export interface PictureTimings {
  readonly text: string;
  /** From the key that made this text; null when no key did. */
  readonly keyToPaintedMs: number | null;
  /** From asking the session to its answer. */
  readonly runMs: number;
  /** From the answer to the drawn frame. */
  readonly drawMs: number;
  /** The run's own parts, as the engine measured them. */
  readonly parts: RunTimings & { readonly tokensMs: number };
  readonly counts: RunCounts;
}

/** The text changes right after its key, unless the page was busy for longer than anybody would type on. */
const KEY_TO_TEXT_MS = 2000;

/** Measures every picture, and leaves `headlight:*` marks in the browser's own timeline. */
export interface Timings {
  /** Typing made this text, by the key last pressed. */
  typed(text: string): void;
  /** This picture arrived and will be drawn with the next commit. */
  picture(picture: Picture, askedAtMs: number): void;
  last(): PictureTimings | null;
}

export function createTimings(window: Window): Timings {
  const { performance } = window;
  let key: { readonly text: string; readonly atMs: number } | null = null;
  let last: PictureTimings | null = null;
  let pressedMs = 0;
  // The event's own stamp: a key that had to wait for a busy page is counted from when it was pressed.
  const onKeyDown = (event: KeyboardEvent): void => {
    pressedMs = event.timeStamp;
  };
  window.addEventListener('keydown', onKeyDown, { capture: true, passive: true });

  /** One measure of each name at a time, so that hours of typing do not fill the timeline. */
  const measure = (name: string, start: number, end: number, detail?: unknown): void => {
    performance.clearMeasures(name);
    performance.measure(name, { start, end, ...(detail === undefined ? {} : { detail }) });
  };
  return {
    typed(text) {
      const nowMs = performance.now();
      // Text that came without a key (paste by mouse, dictation) counts from now.
      key = { text, atMs: nowMs - pressedMs < KEY_TO_TEXT_MS ? pressedMs : nowMs };
    },
    picture(picture, askedAtMs) {
      const arrivedMs = performance.now();
      const pressed = key?.text === picture.text ? key.atMs : null;
      key = pressed === null ? key : null;
      afterFrame(window, () => {
        const paintedMs = performance.now();
        last = {
          text: picture.text,
          keyToPaintedMs: pressed === null ? null : paintedMs - pressed,
          runMs: arrivedMs - askedAtMs,
          drawMs: paintedMs - arrivedMs,
          parts: picture.timings,
          counts: picture.counts,
        };
        measure('headlight:run', askedAtMs, arrivedMs, last.parts);
        measure('headlight:draw', arrivedMs, paintedMs);
        if (pressed !== null) measure('headlight:key-to-painted', pressed, paintedMs, last);
      });
    },
    last: () => last,
  };
}
