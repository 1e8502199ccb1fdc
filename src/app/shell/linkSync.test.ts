import { expect, test } from 'vitest';
import { type ChoiceActions, type ChoicePatch, createHeadlightStore } from '../../state/index.ts';
import { fakeWindow } from '../../testing/fakeSession.ts';
import { syncLink } from './linkSync.ts';

test('a link entered in the moment in which the address is written is followed, not what was written', () => {
  const window = fakeWindow('http://localhost/app/index.html');
  const { store } = createHeadlightStore({ link: {}, remembered: {}, nowMs: () => 0 });
  const opened: ChoicePatch[] = [];
  const act = {
    open: (patch: ChoicePatch) => void opened.push(patch),
  } as Partial<ChoiceActions> as ChoiceActions;
  const stop = syncLink(store, act, window, true);
  const entered = new Event('hashchange');
  Object.assign(entered, { newURL: 'http://localhost/app/index.html#text=entered&view=arcs' });
  window.location.hash = '#text=written';
  window.dispatchEvent(entered);
  stop();
  expect(opened).toEqual([{ text: 'entered', view: 'arcs' }]);
});
