import type { AttentionKind } from '../../contract/index.ts';
import { kindOfDigit } from '../../state/index.ts';

/** Acts of these names, each a type of its own. */
type Plain<Name extends string> = Name extends string ? { readonly type: Name } : never;

/**
 * Heatmap or arcs; the list of further views; the pinned cell's number followed; the decoder played, or stepped
 * through.
 */
export type ViewAct =
  | Plain<'view' | 'more' | 'explain' | 'play'>
  | { readonly type: 'step'; readonly to: 'back' | 'on' | 'first' | 'last' };

/** What a key asks of the page. */
export type KeyAct =
  | { readonly type: 'head'; readonly by: 1 | -1 }
  | { readonly type: 'layer'; readonly by: 1 | -1 }
  | { readonly type: 'kind'; readonly kind: AttentionKind }
  | Plain<'examples' | 'sentence' | 'help' | 'undo' | 'redo' | 'release'>
  | ViewAct
  /**
   * Switches the chosen head off or forbids the cell, hides the head, draws after, before or difference; or the other
   * way round.
   */
  | Plain<'switch' | 'hide' | 'shown'>
  /** Opens the panel that changes the model, or closes it; folds the figure away; presents. */
  | Plain<'panel' | 'fold' | 'present'>
  /** A clicker's: on and back, while something is presented. */
  | { readonly type: 'click'; readonly by: 1 | -1 };

export interface PressedKey {
  readonly key: string;
  /** Control, or Command on a Mac. */
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Pressed by themselves, outside text fields. */
export const PAGE_KEYS: Readonly<Record<string, KeyAct>> = {
  '[': { type: 'head', by: -1 },
  ']': { type: 'head', by: 1 },
  '{': { type: 'layer', by: -1 },
  '}': { type: 'layer', by: 1 },
  '/': { type: 'sentence' },
  '?': { type: 'help' },
  s: { type: 'examples' },
  v: { type: 'view' },
  m: { type: 'more' },
  Enter: { type: 'explain' },
  ' ': { type: 'play' },
  ArrowLeft: { type: 'step', to: 'back' },
  ArrowRight: { type: 'step', to: 'on' },
  Home: { type: 'step', to: 'first' },
  End: { type: 'step', to: 'last' },
  x: { type: 'switch' },
  h: { type: 'hide' },
  b: { type: 'shown' },
  e: { type: 'panel' },
  f: { type: 'fold' },
  p: { type: 'present' },
  PageDown: { type: 'click', by: 1 },
  PageUp: { type: 'click', by: -1 },
  Escape: { type: 'release' },
};

/** The act of a key pressed outside text fields; null for keys that are not the page's. */
export function keyAct({ key, control, shift, alt }: PressedKey): KeyAct | null {
  if (control) {
    if (alt || key.toLowerCase() !== 'z') return null;
    return { type: shift ? 'redo' : 'undo' };
  }
  // Alt writes brackets on some keyboards; with a digit it is the browser's own key.
  const kind = kindOfDigit(key);
  if (kind !== null) return alt ? null : { type: 'kind', kind };
  if (alt && (key === ' ' || key.length > 1)) return null;
  return Object.hasOwn(PAGE_KEYS, key) ? (PAGE_KEYS[key] ?? null) : null;
}

/** The list that `?` shows: keys as `aria-keyshortcuts` writes them, and the name of what they do. */
export const KEY_LIST = [
  ['/', 'keys.sentence'],
  ['s', 'keys.examples'],
  ['ArrowLeft ArrowRight ArrowUp ArrowDown', 'keys.move'],
  ['Home End', 'keys.ends'],
  ['Enter', 'keys.pin'],
  ['Escape', 'keys.escape'],
  ['[ ]', 'keys.head'],
  ['{ }', 'keys.layer'],
  ['1 2 3', 'keys.kind'],
  ['v', 'keys.view'],
  ['e', 'keys.panel'],
  ['m', 'keys.more'],
  ['f', 'keys.fold'],
  ['p', 'keys.present'],
  ['PageDown PageUp', 'keys.click'],
  ['Space', 'keys.play'],
  ['x', 'keys.switch'],
  ['h', 'keys.hide'],
  ['b', 'keys.shown'],
  ['r c', 'keys.paint'],
  ['Shift+Space', 'keys.rows'],
  ['Shift+F10', 'keys.menu'],
  ['Control+Z', 'keys.undo'],
  ['Control+Shift+Z', 'keys.redo'],
  ['?', 'keys.list'],
] as const;
