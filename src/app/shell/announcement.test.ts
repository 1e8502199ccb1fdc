import { describe, expect, test } from 'vitest';
import type { PictureStep } from '../../contract/index.ts';
import { createTranslator, loadLanguage } from '../../i18n/index.ts';
import { createHeadlightStore } from '../../state/index.ts';
import { samplePicture } from '../../testing/picture.ts';
import { changedStepsOf, effectWords, frenchOf, wordChangesOf } from '../target/frenchChanges.ts';
import { announcement, type Heard } from './announcement.ts';

await loadLanguage('zh-CN');

const en = createTranslator('en');
const zh = createTranslator('zh-CN');

const stepsOf = (text: string): readonly PictureStep[] =>
  text.split(' ').map((word, i) => ({
    token: { id: i, text: word, start: 0, end: 0, word: i, role: 'text' },
    probability: 1,
    best: [],
  }));
const heard = (french: string, ...changes: string[]): Heard => ({
  picture: samplePicture('it was', null, { translation: french, steps: stepsOf(french) }),
  changes,
});
const off = 'encoder layer 1 head 1 off (output zero)';

describe('a screen reader hears', () => {
  const says = (last: Heard | null, now: Heard) => announcement(en, last, now);

  test('the French, first and after typing', () => {
    expect(says(null, heard('il était'))).toBe('French: il était');
    const other = { ...heard('il est'), picture: samplePicture('it is', null, { translation: 'il est' }) };
    expect(says(heard('il était', off), { ...other, changes: [off, 'more'] })).toBe('French: il est');
    expect(says(null, heard(''))).toBe('');
  });

  test('a change and its effect, in both languages', () => {
    const [last, now] = [heard('il était'), heard('elle était', off)];
    expect(says(last, now)).toBe(`${off}: “il” became “elle”`);
    expect(announcement(zh, last, { ...now, changes: ['头已关闭'] })).toBe('头已关闭：“il”变成了“elle”');
    expect(says(last, heard('il était', off))).toBe(`${off}: same French as without`);
  });

  test('what was taken back, and the model as it came', () => {
    expect(says(heard('elle', 'a', 'b'), heard('il', 'a'))).toBe('taken back: b: “elle” became “il”');
    expect(says(heard('elle', 'a', 'b'), heard('il'))).toBe('the model as it came: “elle” became “il”');
    expect(says(heard('elle', 'a', 'b'), heard('elle', 'c', 'd', 'e'))).toBe(
      '3 changes: same French as without',
    );
  });
});

test('what became of the French is said briefly', () => {
  const became = (before: string | null, after: string | null) => ({ before, after, steps: [] });
  expect(effectWords(en, [became('il', 'elle'), became(null, 'très')])).toBe(
    '“il” became “elle”, “très” was added',
  );
  expect(effectWords(en, [became('très', null)])).toBe('“très” is gone');
  expect(effectWords(zh, [became('il', 'elle'), became('très', null)])).toBe('“il”变成了“elle”，少了“très”');
  expect(effectWords(en, [became('a', 'b'), became('a', 'b'), became('a', 'b')])).toBe(
    '3 places of the French changed',
  );
});

test('words that the changes put there are marked with what stood there before', () => {
  const { store } = createHeadlightStore({ link: { text: 'it was' }, remembered: {}, nowMs: () => 0 });
  const steps = stepsOf('elle était très fatiguée');
  const before = {
    translation: 'il était fatigué',
    steps: stepsOf('il était fatigué'),
    target: [],
    frames: new Map(),
    onSameTarget: [],
  };
  store.setState({ picture: samplePicture('it was', null, { steps, before }) });
  expect([...changedStepsOf(store.getState())]).toEqual([
    [0, 'il'],
    [2, 'fatigué'],
    [3, 'fatigué'],
  ]);
  expect(frenchOf(store.getState())?.steps).toBe(steps);
  store.setState({ work: { patch: { ...store.getState().work.patch, shown: 'before' }, anchors: {} } });
  expect(frenchOf(store.getState())?.translation).toBe('il était fatigué');
  store.setState({ picture: samplePicture('it was', null, { steps }) });
  expect(wordChangesOf(store.getState())).toBeNull();
  expect(changedStepsOf(store.getState()).size).toBe(0);
  expect(frenchOf(store.getState())?.steps).toBe(steps);
});
