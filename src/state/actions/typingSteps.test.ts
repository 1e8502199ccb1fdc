import { expect, test } from 'vitest';
import { choiceOf } from '../selectors.ts';
import { createHeadlightStore } from '../store.ts';
import { createChoiceActions } from './choiceActions.ts';

function setUp(link: { readonly text: string }) {
  const clock = { ms: 0 };
  const { store, history } = createHeadlightStore({ link, remembered: {}, nowMs: () => clock.ms });
  const act = createChoiceActions(store, history, { remember: () => undefined });
  return { act, clock, choice: () => choiceOf(store.getState()) };
}

/** Types letter by letter, and gives what each undo leads back to. */
function undone(text: string): readonly string[] {
  const { act, choice, clock } = setUp({ text: '' });
  for (let end = 1; end <= text.length; end++) {
    act.type({ text: text.slice(0, end) });
    clock.ms += 300;
  }
  const found: string[] = [];
  while (choice().text !== '' && found.length < text.length) {
    act.undo();
    found.push(choice().text);
  }
  return found;
}

test('a long run of typing is undone in steps of some words, and a sentence at a time', () => {
  expect(undone('The cat sat on the mat.')).toEqual(['']);
  const steps = undone("The animal didn't cross the street because it was too tired.");
  expect(steps).toEqual(["The animal didn't cross the street ", '']);
  expect(undone('It rained. We left.')).toEqual(['It rained. ', '']);
  expect(undone('a'.repeat(100)).map(({ length }) => length)).toEqual([80, 40, 0]);
});

test('taking letters away counts like adding them, and a pasted text is a step of its own', () => {
  const { act, choice } = setUp({ text: 'x'.repeat(60) });
  for (let left = 59; left >= 0; left--) act.type({ text: 'x'.repeat(left) });
  act.undo();
  expect(choice().text).toHaveLength(20);
  act.type({ text: 'y' });
  act.type({ text: `y${'z'.repeat(50)}` });
  act.undo();
  expect(choice().text).toBe('y');
});
