import { expect, test } from '../../support/test.ts';
import { atRest, finger, middleOf, note, open, spokenCell } from './changeSteps.ts';

test.describe('painting a mask', () => {
  test('a drag shows its cells meanwhile and reports them once; the same drag again allows them', async ({
    page,
  }) => {
    await open(page, 'open=mask&panel');
    await page.getByRole('switch', { name: 'Paint cells' }).press('Space');
    const [from, to] = [await middleOf(page, 2, 2), await middleOf(page, 5, 5)];
    const drag = async () => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y);
    };
    await drag();
    await expect(note(page, 'Mask')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(note(page, 'Mask')).toHaveCount(0);
    await drag();
    await page.mouse.up();
    await expect(note(page, 'Mask')).toHaveText('4 by hand');
    await expect(page.locator('.cp-foot')).toContainText('forbidden, before softmax');
    await drag();
    await page.mouse.up();
    await expect(note(page, 'Mask')).toHaveCount(0);
    await expect(page.locator('.am-pin')).toHaveCount(0);
  });

  test('a word takes its whole row or column, and the keys do the same', async ({ page }) => {
    await open(page, 'open=mask&panel');
    await page.getByRole('switch', { name: 'Paint cells' }).press('Space');
    await page.locator('.am-row', { hasText: /^it$/ }).click();
    await expect(note(page, 'Mask')).toHaveText('1 by hand');
    await page.locator('.am-grid').focus();
    await page.keyboard.press('Control+Home');
    const spoken = () => spokenCell(page);
    await page.keyboard.press('x');
    await expect(note(page, 'Mask')).toHaveText('2 by hand');
    await expect.poll(spoken).toBe('“The” may not read “The”: forbidden before softmax');
    await page.keyboard.press('r');
    await expect.poll(() => note(page, 'Mask').textContent()).toBe('2 by hand');
    await page.keyboard.press('c');
    await expect(note(page, 'Mask')).toHaveText('3 by hand');
    await page.keyboard.press('r');
    await page.keyboard.press('ArrowRight');
    await expect.poll(spoken).toContain('“The” reads “animal”');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(note(page, 'Mask')).toHaveCount(0);
  });

  test('x forbids the focused cell while nothing is being painted, too, and a click still pins', async ({
    page,
  }) => {
    await open(page, 'open=mask&panel');
    await page.locator('.am-grid').focus();
    await page.keyboard.press('x');
    await expect(note(page, 'Mask')).toHaveText('1 by hand');
    const { x, y } = await middleOf(page, 4, 4);
    await page.mouse.click(x, y);
    await expect(page.locator('.am-pin')).toHaveCount(1);
  });

  test('after softmax says what the lecture says', async ({ page }) => {
    await open(page, 'open=mask&panel');
    await page.locator('label:has-text("After softmax")').click();
    await expect(page.locator('.pm-help')).toHaveText(
      'As in the lecture: “if b¹ should ignore a³, let α̂₁₃ = 0”. The row no longer sums to 1.',
    );
    await page.getByRole('switch', { name: 'Paint cells' }).press('Space');
    const canvas = () => page.locator('.am-cells').boundingBox();
    const before = await canvas();
    const { x, y } = await middleOf(page, 8, 1);
    await page.mouse.click(x, y);
    await expect(page.locator('.am-sum')).toHaveCount(2);
    // The sums have their room from the moment painting begins: no cell moves under the pointer.
    expect(await canvas()).toEqual(before);
  });
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a drag paints, a long press opens a head’s menu, and a tap still opens the head', async ({
    page,
  }) => {
    await page.clock.install();
    await open(page, 'phone&panel&open=mask');
    await page.getByRole('switch', { name: 'Paint cells' }).tap();
    await expect(page.getByRole('region', { name: 'Paint cells' })).toBeVisible();
    const session = await page.context().newCDPSession(page);
    await atRest(page);
    await finger(page, session, [
      await middleOf(page, 1, 1),
      await middleOf(page, 3, 1),
      await middleOf(page, 4, 1),
    ]);
    const done = page.getByRole('button', { name: 'Done' });
    // On a busy machine Chromium at times makes no click of a tap that follows a drag: touchstart and touchend come,
    // and nothing else.
    await expect(async () => {
      if (await done.isVisible()) await done.tap();
      await expect(note(page, 'Mask')).toHaveText('4 by hand', { timeout: 1000 });
    }).toPass();
    await page.goto('about:blank');
    await open(page, 'phone');
    const head = page.locator('.figure-head[aria-label^="encoder, layer 3, head 2"]');
    await head.scrollIntoViewIfNeeded();
    const box = await head.boundingBox();
    if (!box) throw new Error('The head is not on the page');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await finger(page, session, [middle], 650);
    await expect(page.getByRole('menu')).toBeVisible();
    await expect(head).toHaveAttribute('aria-pressed', 'false');
    await page.getByRole('menuitemradio', { name: 'Off: gives nothing' }).tap();
    await expect(head).toHaveAttribute('data-off', 'zero');
    // A finger that has gone somewhere may rest there as long as it likes.
    await finger(page, session, [middle, { x: middle.x + 40, y: middle.y }], 0, 650);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await head.tap();
    await expect(head).toHaveAttribute('aria-pressed', 'true');
  });

  test('every control of the sheet is 44 px high', async ({ page }) => {
    for (const section of ['heads', 'mask', 'scale', 'positions', 'output']) {
      await open(page, `phone&panel&start=off&open=${section}`);
      if (section === 'output') await page.locator('label:has-text("Sampling")').tap();
      const low = await page.locator('.cp-root').evaluate((root) =>
        [
          ...root.querySelectorAll<HTMLElement>(
            'button, select, label, input[type=range], input[type=number]',
          ),
        ]
          .map((one) => ({
            name: one.getAttribute('aria-label') ?? one.textContent ?? one.tagName,
            high: one.getBoundingClientRect().height,
          }))
          .filter(({ high }) => high > 0 && high < 43.5)
          .map(({ name, high }) => `${name}: ${high}`),
      );
      expect(low, section).toEqual([]);
    }
  });
});
