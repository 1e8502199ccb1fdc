import { describe, expect, it } from 'vitest';
import { shortcutText, tooltipText } from './shortcut.ts';

describe('shortcutText', () => {
  it.each([
    ['Control+Shift+Z', 'Ctrl+Shift+Z'],
    ['ArrowLeft', '←'],
    ['Escape', 'Esc'],
    ['Shift+Space', 'Shift+Space'],
    ['/', '/'],
    ['[ ]', '[ / ]'],
    ['+', '+'],
    ['Control++', 'Ctrl++'],
  ])('writes %s as %s', (keys, text) => expect(shortcutText(keys)).toBe(text));
});

describe('tooltipText', () => {
  it('puts the key after the name', () => expect(tooltipText('Undo', 'Control+Z')).toBe('Undo (Ctrl+Z)'));
  it('is the bare name without a key', () => expect(tooltipText('Share')).toBe('Share'));
});
