/** One edit that turns a text into another: what stood between what both begin and end with. */
interface Edit {
  /** All that stands before the edit. */
  readonly before: string;
  readonly added: string;
  readonly taken: number;
}

function editOf(from: string, to: string): Edit {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return {
    before: to.slice(0, head),
    added: to.slice(head, to.length - tail),
    taken: from.length - tail - head,
  };
}

/** One undo takes back about a line's third: from here on a new word starts a new step, from `MOST` on any letter. */
const WORDY = 30;
const MOST = 40;

/** A blank after a sentence's end: what is typed now is the next sentence. */
const AFTER_SENTENCE = /[.!?…]["'”’)]*\s+$/u;

/** Where a long run of typing is cut into steps of undo. */
export interface TypingSteps {
  /** Counts one change of a field's text, and says whether it starts a new step. */
  cuts(from: string, to: string): boolean;
  /** The step ended for another reason, such as a pause. */
  rest(): void;
}

export function createTypingSteps(): TypingSteps {
  let size = 0;
  return {
    cuts(from, to) {
      const { before, added, taken } = editOf(from, to);
      const startsWord = /^\S/u.test(added) && /(^|\s)$/u.test(before);
      const startsSentence = startsWord && AFTER_SENTENCE.test(before);
      const change = added.length + taken;
      const cut =
        size > 0 && (startsSentence || size + change > MOST || (size + change > WORDY && startsWord));
      size = cut ? change : size + change;
      return cut;
    },
    rest() {
      size = 0;
    },
  };
}
