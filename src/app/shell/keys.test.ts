import { expect, test } from 'vitest';
import { KEY_LIST, keyAct, PAGE_KEYS } from './keys.ts';

const listed = KEY_LIST.flatMap(([keys]) => keys.split(' '));

/** These belong to the grid, the list or the text that has the focus. */
const OF_THE_FOCUS = ['ArrowUp', 'ArrowDown', 'r', 'c', 'Shift+Space', 'Shift+F10'];

/** What a key of the list, as `aria-keyshortcuts` writes it, asks of the page. */
function actOf(shortcut: string) {
  const names = shortcut.split('+');
  const last = names.at(-1) ?? '';
  const held = { control: names.includes('Control'), shift: names.includes('Shift'), alt: false };
  return keyAct({ key: last === 'Space' ? ' ' : last, ...held });
}

test.each(Object.keys(PAGE_KEYS))('the list of keys has "%s"', (key) => {
  expect(listed).toContain(key === ' ' ? 'Space' : key);
});

test.each(listed)('the list says nothing that no key does: %s', (shortcut) => {
  if (!OF_THE_FOCUS.includes(shortcut)) expect(actOf(shortcut)).not.toBeNull();
});
