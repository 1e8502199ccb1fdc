import type { AttentionKind } from '../contract/index.ts';
import { kindOfDigit } from '../state/index.ts';

/** What a key asks of the page. */
export type KeyAct =
  | { readonly type: 'head' | 'layer'; readonly by: 1 | -1 }
  | { readonly type: 'kind'; readonly kind: AttentionKind }
  | { readonly type: 'sentence' | 'help' | 'undo' | 'redo' | 'view' }
  | { readonly type: 'release' }
  /** Switches the chosen head off or forbids the cell, hides the head, draws after, before or difference; or the other way round. */
  | { readonly type: 'switch' | 'hide' | 'shown' }
  /** Opens the panel that changes the model, or closes it. */
  | { readonly type: 'panel' };

export interface PressedKey {
  readonly key: string;
  /** Control, or Command on a Mac. */
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const PLAIN: Readonly<Record<string, KeyAct>> = {
  '[': { type: 'head', by: -1 },
  ']': { type: 'head', by: 1 },
  '{': { type: 'layer', by: -1 },
  '}': { type: 'layer', by: 1 },
  '/': { type: 'sentence' },
  '?': { type: 'help' },
  v: { type: 'view' },
  x: { type: 'switch' },
  h: { type: 'hide' },
  b: { type: 'shown' },
  e: { type: 'panel' },
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
  return Object.hasOwn(PLAIN, key) ? (PLAIN[key] ?? null) : null;
}

/** The list that `?` shows: keys as `aria-keyshortcuts` writes them, and the name of what they do. */
export const KEY_LIST = [
  ['/', 'keys.sentence'],
  ['ArrowLeft ArrowRight ArrowUp ArrowDown', 'keys.move'],
  ['Home End', 'keys.ends'],
  ['Enter', 'keys.pin'],
  ['Escape', 'keys.escape'],
  ['[ ]', 'keys.head'],
  ['{ }', 'keys.layer'],
  ['1 2 3', 'keys.kind'],
  ['v', 'keys.view'],
  ['e', 'keys.panel'],
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
