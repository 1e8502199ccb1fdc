import { expect, test } from 'vitest';
import { createChoiceActions, createHeadlightStore, INITIAL_CHOICE, linkOf } from '../../state/index.ts';
import { examplePatch, linkedBy, otherHalfOf, otherPatch, shownExample } from './currentExample.ts';
import { EXAMPLES, type Half } from './examples.ts';

const HALVES = EXAMPLES.flatMap(({ id, halves }) => {
  const all: readonly Half[] = halves;
  return all.map((half, i) => ({ id, half, other: all[1 - i] ?? null }));
});

const chosenBy = (half: Half) => ({ ...INITIAL_CHOICE, ...examplePatch(half, INITIAL_CHOICE.model) });

test('what was chosen is known again, with its other half', () => {
  for (const { id, half, other } of HALVES) expect(shownExample(chosenBy(half))).toMatchObject({ id, other });
});

test('no two of a menu begin alike, and none is another’s question', () => {
  expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
  const links = HALVES.map(({ half }) => half.text + half.link);
  expect(new Set(links).size).toBe(links.length);
});

test('a question that speaks of a change is asked only while the change is there', () => {
  for (const { id, half } of HALVES) {
    const chosen = chosenBy(half);
    if (chosen.changes.length > 0) expect(shownExample({ ...chosen, changes: [] })?.id).not.toBe(id);
    else expect(shownExample({ ...chosen, changes: [] })?.id).toBe(id);
  }
});

test('of a model that was not measured only the sentence is chosen', () => {
  for (const { half } of HALVES) {
    const patch = examplePatch(half, 'another');
    expect(patch).toMatchObject({ text: half.text, cell: null, changes: [] });
    expect(patch.kind).toBeUndefined();
    expect(patch.heads).toBeUndefined();
  }
});

test('the other half is all that it asks for from the example’s own head; from another head only what differs', () => {
  const { model } = INITIAL_CHOICE;
  for (const { half, other } of HALVES) {
    const chosen = chosenBy(half);
    const shown = shownExample(chosen);
    if (shown === null) throw new Error(half.text);
    if (other === null) {
      expect(otherPatch(shown, model, chosen)).toBeNull();
      continue;
    }
    expect(otherPatch(shown, model, chosen)).toEqual(examplePatch(other, model));
    const kept = otherPatch(shown, model, { ...chosen, heads: [5, 6] });
    const [own, next] = [linkedBy(half).changes, linkedBy(other).changes];
    const sameModel = JSON.stringify(own) === JSON.stringify(next);
    // A change is of the example's head: beside another one it would be told of the wrong head.
    expect(kept).toEqual(sameModel ? { text: other.text, target: null } : examplePatch(other, model));
  }
});

test('choosing one is one step of undo and changes the link', () => {
  const { store, history } = createHeadlightStore({ link: {}, remembered: {}, nowMs: () => 0 });
  const act = createChoiceActions(store, history, { remember: () => undefined });
  const before = linkOf(store.getState()).hash;
  for (const { half } of HALVES) {
    act.choose(examplePatch(half, INITIAL_CHOICE.model));
    expect(linkOf(store.getState()).hash).toContain('text=');
  }
  expect(store.temporal.getState().pastStates.length).toBe(HALVES.length);
  for (let i = 0; i < HALVES.length; i++) act.undo();
  expect(linkOf(store.getState()).hash).toBe(before);
});

test('of a pair of sentences each lies beside the other, never beside itself; of no example, none', () => {
  for (const { half } of HALVES) {
    const other = otherHalfOf(half.text);
    expect(other).not.toBe(half.text);
    const pairs = HALVES.filter((one) => one.half.text === half.text && one.other?.text !== half.text);
    expect(pairs.map((one) => one.other?.text ?? null)).toContain(other);
  }
  expect(otherHalfOf('No menu has this.')).toBeNull();
  expect(otherHalfOf("The animal didn't cross the street because it was too tired.")).toMatch(/wide/);
});
