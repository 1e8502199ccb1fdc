/** Fields where keys are letters, and lists whose own keys these are. Undo in them is the browser's. */
const TYPING =
  'input:not([type=radio], [type=range], [type=checkbox]), textarea, select, [contenteditable=true]';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/**
 * What comes on the page may take the keys: neither from a text field, nor from whatever has them outside this
 * document, as a slide that frames it.
 */
export const mayTakeKeys = (): boolean =>
  document.hasFocus() && !isTyping(document.activeElement) && !isWalkingTabs(document.activeElement);

/** Somebody walks the tabs by the arrow keys: the view that comes must not end the walk. */
const isWalkingTabs = (focused: Element | null): boolean =>
  focused?.matches('.app-views input:focus-visible') ?? false;

/** What Enter and the space key press, open or change by themselves. */
const PRESSED = 'button, a, summary, input, [role=slider], [role=treeitem], [role=menuitem]';

export function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(PRESSED) !== null;
}

/** What arrow keys move in by themselves. */
const WALKED = 'input, [role=slider], [role=grid], [role=tree], [role=listbox]';

export function isWalked(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(WALKED) !== null;
}
