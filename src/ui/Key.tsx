import { shortcutText } from './shortcut.ts';

/** A key as it is printed on a keyboard. */
export function Key({ keys }: { readonly keys: string }) {
  return <kbd className="ui-key">{shortcutText(keys)}</kbd>;
}
