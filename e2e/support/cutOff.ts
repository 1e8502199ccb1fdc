import type { Page } from '@playwright/test';

/**
 * Texts that nobody can come by: outside the window, or cut by a box that does not scroll. What is in a part that
 * scrolls, or ends in an ellipsis, can be had.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = new Set<string>();
    const root = document.querySelector('#root') ?? document.body;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const isOut = (box: DOMRect, room: DOMRect) =>
      box.bottom > room.bottom + 2 ||
      box.top < room.top - 2 ||
      box.right > room.right + 2 ||
      box.left < room.left - 2;
    const windowBox = new DOMRect(0, 0, window.innerWidth, window.innerHeight);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (words === '' || parent === null || !parent.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('.only-spoken, option, [aria-hidden=true]')) continue;
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      for (let at: Element | null = parent; at; at = at.parentElement) {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(at);
        const clips = `${overflowX} ${overflowY}`;
        if (/auto|scroll/.test(clips) || textOverflow === 'ellipsis') break;
        const room = at === root ? windowBox : at.getBoundingClientRect();
        if ((at === root || clips.includes('hidden')) && isOut(box, room)) seen.add(words);
        if (at === root) break;
      }
    }
    return [...seen];
  });
}
