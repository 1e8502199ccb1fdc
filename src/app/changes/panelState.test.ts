import { expect, test } from 'vitest';
import { createHeadlightStore } from '../../state/index.ts';
import { createDesk, stageOf } from './panelState.ts';

const page = () => createHeadlightStore({ link: {}, remembered: {}, nowMs: () => 0 }).store;

test('a stage stays open until it is closed, asked for again, or another head is chosen', () => {
  const desk = createDesk();
  const store = page();
  const open = () => stageOf(desk.getState(), store.getState());
  desk.act.openStage('encoder.1.feedForward', store.getState());
  expect(open()).toBe('encoder.1.feedForward');
  desk.act.openStage('encoder.1.output', store.getState());
  expect(open()).toBe('encoder.1.output');
  desk.act.openStage('encoder.1.output', store.getState());
  expect(open()).toBeNull();
  desk.act.openStage('encoder.1.output', store.getState());
  store.setState({ work: { patch: { heads: [2] }, anchors: {} } });
  expect(open()).toBeNull();
});

test('the panel remembers its section while it is closed', () => {
  const { act, getState } = createDesk();
  act.togglePanel();
  act.unfold('mask');
  act.paint(true);
  act.closePanel();
  expect(getState()).toMatchObject({ panel: false, section: 'mask', painting: true });
  act.togglePanel();
  expect(getState()).toMatchObject({ panel: true, section: 'mask' });
});
