import { useEffect } from 'react';
import { choiceOf, isChanged, pinnedOf } from '../../state/index.ts';
import { stageOf } from '../changes/panelState.ts';
import { useHeadlight } from '../context.tsx';
import { click } from '../present/clicker.ts';
import type { Headlight } from '../session/headlight.ts';
import { stepOf, togglePlaying, toStep } from '../target/playback.ts';
import { moreOf, see, seenOf } from '../view/currentView.ts';
import { type KeyAct, keyAct, type ViewAct } from './keys.ts';
import { isPressed, isTyping, isWalked } from './keyTarget.ts';

/** A cell pointed at or pinned is forbidden; without one the head is switched off. */
function switchOver({ act, store }: Headlight): void {
  const state = store.getState();
  if ((state.hover ?? pinnedOf(state)) === null) act.toggleHeads();
  else act.toggleCell();
}

/** What changes the model, and what is seen of it. */
function performChange(type: 'switch' | 'hide' | 'shown', headlight: Headlight): void {
  const { act, store } = headlight;
  if (type === 'switch') switchOver(headlight);
  else if (type === 'hide') act.toggleHidden();
  // While nothing is changed there is nothing to compare.
  else if (isChanged(store.getState())) act.cycleShown();
}

const STEPS: Readonly<Record<Extract<ViewAct, { type: 'step' }>['to'], (step: number) => number>> = {
  back: (step) => step - 1,
  on: (step) => step + 1,
  first: () => 0,
  last: () => Number.MAX_SAFE_INTEGER,
};

/** From view to view, and what keys do in some. */
function performView(act: ViewAct, headlight: Headlight): void {
  const { act: page, store, memory } = headlight;
  const state = store.getState();
  const choice = choiceOf(state);
  const seen = seenOf(choice);
  if (act.type === 'view') page.choose(see(seen === 'heatmap' ? 'arcs' : 'heatmap', choice));
  else if (act.type === 'more') memory.setState({ listOpen: true });
  else if (act.type === 'play') togglePlaying(headlight);
  else if (act.type === 'step') toStep(headlight, STEPS[act.to](stepOf(state)));
  else {
    if (state.hover) page.pin({ query: state.hover.query, key: state.hover.key });
    if (seen !== 'cell') page.choose(see('cell', choice));
  }
}

type Uppermost = 'presenting' | 'painting' | 'stage' | 'view' | 'cell' | 'panel';

/**
 * What lies uppermost on the page and can be left: what is presented, painting, a stage, a further view, the pinned
 * cell, the panel.
 */
function uppermost({ desk, store }: Headlight): Uppermost | null {
  const { painting, panel, stage } = desk.getState();
  const choice = choiceOf(store.getState());
  if (choice.presenting === 'on') return 'presenting';
  if (painting) return 'painting';
  if (stageOf({ stage }, store.getState()) !== null) return 'stage';
  if (moreOf(choice) !== null) return 'view';
  if (choice.cell !== null) return 'cell';
  return panel ? 'panel' : null;
}

/** Up one level. */
function release(headlight: Headlight): void {
  const { act, desk, store } = headlight;
  const level = uppermost(headlight);
  if (level === 'presenting') act.set({ presenting: 'off' });
  else if (level === 'painting') desk.act.paint(false);
  else if (level === 'stage') desk.act.closeStage();
  else if (level === 'view') act.choose(see('heatmap', choiceOf(store.getState())));
  else if (level === 'cell') act.pin(null);
  else if (level === 'panel') desk.act.closePanel();
}

/** What stands on the page beside or in the place of the head. */
function performPage(
  act: Extract<KeyAct, { type: 'panel' | 'fold' | 'present' | 'click' }>,
  headlight: Headlight,
): void {
  const { act: page, desk, store } = headlight;
  const { figure, presenting } = choiceOf(store.getState());
  if (act.type === 'panel') desk.act.togglePanel();
  else if (act.type === 'fold') page.set({ figure: figure === 'open' ? 'folded' : 'open' });
  else if (act.type === 'present') page.set({ presenting: presenting === 'on' ? 'off' : 'on' });
  else click(headlight, act.by);
}

function perform(act: KeyAct, headlight: Headlight, to: { sentence: () => void; help: () => void }): void {
  const { act: page } = headlight;
  if (act.type === 'head') page.stepHead(act.by);
  else if (act.type === 'layer') page.stepLayer(act.by);
  else if (act.type === 'kind') page.choose({ kind: act.kind });
  else if (act.type === 'release') release(headlight);
  else if (act.type === 'panel' || act.type === 'fold' || act.type === 'present' || act.type === 'click')
    performPage(act, headlight);
  else if (act.type === 'switch' || act.type === 'hide' || act.type === 'shown')
    performChange(act.type, headlight);
  else if (act.type === 'examples') headlight.memory.setState({ examplesOpen: true });
  else if (act.type === 'sentence' || act.type === 'help') to[act.type]();
  else if (act.type === 'undo' || act.type === 'redo') page[act.type]();
  else performView(act, headlight);
}

/** Keys that are the page's only where nothing nearer has them, and where they have something to do. */
function isFree(act: KeyAct, target: EventTarget | null, headlight: Headlight): boolean {
  const state = headlight.store.getState();
  const choice = choiceOf(state);
  const presenting = choice.presenting === 'on';
  if (act.type === 'click') return presenting;
  // Nothing is presented of the panel and the figure.
  if (act.type === 'panel' || act.type === 'fold') return !presenting;
  if (act.type === 'play') return !isPressed(target);
  if (act.type === 'step') return choice.view === 'time' && !isWalked(target);
  if (act.type === 'explain')
    return !isPressed(target) && !isWalked(target) && (state.hover ?? pinnedOf(state)) !== null;
  if (act.type !== 'release') return true;
  // The browser closes an open panel by Escape; a view and a pinned cell stay.
  const panel = document.querySelector(':popover-open') !== null;
  return !panel && uppermost(headlight) !== null;
}

/** The page's keys. They rest in text fields and while a dialog is open. */
export function useKeys(toSentence: () => void, toHelp: () => void): void {
  const headlight = useHeadlight();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      // AltGr is Control and Alt at once, and writes brackets on many keyboards.
      const altGraph = event.ctrlKey && event.altKey;
      const act = keyAct({
        key: event.key,
        control: (event.ctrlKey || event.metaKey) && !altGraph,
        shift: event.shiftKey,
        alt: event.altKey && !altGraph,
      });
      if (act === null || !isFree(act, event.target, headlight)) return;
      event.preventDefault();
      perform(act, headlight, { sentence: toSentence, help: toHelp });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [headlight, toSentence, toHelp]);
}
