/** Fields where keys are letters, and lists whose own keys these are. Undo in them is the browser's. */
const TYPING =
  'input:not([type=radio], [type=range], [type=checkbox]), textarea, select, [contenteditable=true]';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** The keys belong to a text field: what comes on the page does not take them. */
export const isSomebodyTyping = (): boolean => isTyping(document.activeElement);

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
