const NAMES: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/**
 * How a key is written on screen, from the way `aria-keyshortcuts` writes it: `Control+Shift+Z` is "Ctrl+Shift+Z",
 * alternatives (divided by blanks) are divided by " / ".
 */
export function shortcutText(keys: string): string {
  return keys
    .trim()
    .split(/\s+/)
    .map((chord) =>
      chord
        .split(/(?<=.)\+/)
        .map((key) => NAMES[key] ?? key)
        .join('+'),
    )
    .join(' / ');
}

/** What hovers over a control: its name, and its key in brackets. */
export function tooltipText(label: string, keys?: string): string {
  return keys ? `${label} (${shortcutText(keys)})` : label;
}
