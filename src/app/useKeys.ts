import { useEffect } from 'react';
import { choiceOf, isChanged, pinnedOf } from '../state/index.ts';
import { stageOf } from './changing/desk.ts';
import { useHeadlight } from './context.tsx';
import type { Headlight } from './headlight.ts';
import { type KeyAct, keyAct } from './keys.ts';

/** Fields where keys are letters, and lists whose own keys these are. Undo in them is the browser's. */
const TYPING =
  'input:not([type=radio], [type=range], [type=checkbox]), textarea, select, [contenteditable=true]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

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

/** Up one level: painting, a stage, the pinned cell, the panel. Says whether there was anything to leave. */
function leave({ act, desk, store }: Headlight): boolean {
  const { painting, panel, stage } = desk.getState();
  if (painting) desk.act.paint(false);
  else if (stageOf({ stage }, store.getState()) !== null) desk.act.closeStage();
  else if (choiceOf(store.getState()).cell !== null) act.pin(null);
  else if (panel) desk.act.closePanel();
  else return false;
  return true;
}

function perform(
  act: Exclude<KeyAct, { type: 'release' }>,
  headlight: Headlight,
  to: { sentence: () => void; help: () => void },
): void {
  const { act: page, store } = headlight;
  if (act.type === 'head') page.stepHead(act.by);
  else if (act.type === 'layer') page.stepLayer(act.by);
  else if (act.type === 'kind') page.choose({ kind: act.kind });
  else if (act.type === 'view')
    page.choose({ view: choiceOf(store.getState()).view === 'arcs' ? 'heatmap' : 'arcs' });
  else if (act.type === 'panel') headlight.desk.act.togglePanel();
  else if (act.type === 'switch' || act.type === 'hide' || act.type === 'shown')
    performChange(act.type, headlight);
  else if (act.type === 'sentence' || act.type === 'help') to[act.type]();
  else page[act.type]();
}

/** The page's keys. They rest in text fields and while a dialog is open. */
export function useKeys(toSentence: () => void, toHelp: () => void): void {
  const headlight = useHeadlight();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      // The browser closes an open popover by Escape; what lies beneath stays.
      if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
      // AltGr is Control and Alt at once, and writes brackets on many keyboards.
      const altGraph = event.ctrlKey && event.altKey;
      const act = keyAct({
        key: event.key,
        control: (event.ctrlKey || event.metaKey) && !altGraph,
        shift: event.shiftKey,
        alt: event.altKey && !altGraph,
      });
      if (act === null) return;
      if (act.type === 'release') {
        if (leave(headlight)) event.preventDefault();
        return;
      }
      event.preventDefault();
      perform(act, headlight, { sentence: toSentence, help: toHelp });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [headlight, toSentence, toHelp]);
}
