import { type Choice, INITIAL_CHOICE, parseLink, sameValue, type WorkPatch } from '../../state/index.ts';
import { EXAMPLES, type ExampleId, type Half } from './examples.ts';

/** All that would keep an example's picture from being the one that was measured. */
const { target, cell, changes, decoding, shown, view, weigh, level, combine, depth, sink } = INITIAL_CHOICE;
const { rows, word, candidate, step } = INITIAL_CHOICE;
const PLAIN: WorkPatch = {
  ...{ target, cell, changes, decoding, shown, view, weigh, level, combine, depth, sink },
  ...{ rows, word, candidate, step },
};

/** What a half's link says. */
export const linkedBy = ({ link }: Half): WorkPatch => parseLink({ search: '', hash: `#${link}` });

/** What an example chooses: its sentence, head and cell; of another model than the measured one only the sentence. */
export function examplePatch(half: Half, model: string): WorkPatch {
  const measured = model === INITIAL_CHOICE.model ? linkedBy(half) : {};
  return { ...PLAIN, ...measured, text: half.text };
}

/** The heads that are on screen. */
type HeadsChosen = Pick<Choice, 'kind' | 'layer' | 'heads'>;

/** An example that is on screen, and the half of it that is not. */
export interface ShownExample {
  readonly id: ExampleId;
  readonly half: Half;
  readonly other: Half | null;
}

/** Of each half what it changes in the model; undefined where it changes nothing. */
const ALL = EXAMPLES.flatMap(({ id, halves }) => {
  const all: readonly Half[] = halves;
  return all.map((half): ShownExample & { readonly asks: WorkPatch['changes'] } => ({
    id,
    half,
    other: all.find((one) => one !== half) ?? null,
    asks: linkedBy(half).changes,
  }));
});

/**
 * The example whose sentence is chosen. Where it changes the model, its changes must be there too: its question speaks
 * of them.
 */
export function shownExample({ text, changes: now }: Pick<Choice, 'text' | 'changes'>): ShownExample | null {
  const found = ALL.filter(({ half }) => half.text === text);
  return (
    found.find(({ asks }) => asks !== undefined && sameValue(asks, now)) ??
    found.find(({ asks }) => asks === undefined) ??
    null
  );
}

/**
 * What the other half chooses: all that it asks for, as long as the head of the half on screen is the chosen one;
 * whoever went on to another head keeps it, and only the sentence changes. Null without another half.
 */
export function otherPatch(shown: ShownExample, model: string, chosen: HeadsChosen): WorkPatch | null {
  const { half, other } = shown;
  if (other === null) return null;
  const [own, next] = [linkedBy(half), linkedBy(other)];
  const same = (['kind', 'layer', 'heads'] as const).every((field) => sameValue(own[field], chosen[field]));
  // What a half changes in the model is of its own head.
  const sameModel = sameValue(own.changes, next.changes);
  if (same || !sameModel || model !== INITIAL_CHOICE.model) return examplePatch(other, model);
  return { text: other.text, target: INITIAL_CHOICE.target };
}

/** The sentence that an example lays beside this one; null where none does. */
export function otherHalfOf(text: string): string | null {
  const found = ALL.find(({ half, other }) => half.text === text && other !== null && other.text !== text);
  return found?.other?.text ?? null;
}
