import { everyNth } from '../../../src/testing/long.ts';
import { findings } from '../../support/axe.ts';
import { expect, lookingTest as test } from '../../support/test.ts';
import { note, open } from './changeSteps.ts';

test.describe('the panel', () => {
  test('opens one section at a time, by keyboard alone', async ({ page }) => {
    await open(page, 'panel');
    const button = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
    await button('Mask').press('Enter');
    await expect(button('Mask')).toHaveAttribute('aria-expanded', 'true');
    await page.getByRole('combobox', { name: 'Mask' }).selectOption('window');
    await expect(note(page, 'Mask')).toHaveText('window 3');
    await page.getByRole('button', { name: 'Places away: one less' }).press('Enter');
    await expect(note(page, 'Mask')).toHaveText('window 2');
    await page.getByRole('spinbutton', { name: 'Places away' }).fill('0');
    await expect(page.locator('.cp-help').first()).toHaveText('A word may read only itself.');
    await page.getByRole('combobox', { name: 'Mask' }).selectOption('own');
    await expect(note(page, 'Mask')).toHaveCount(0);
    await button('Heads').press('Enter');
    await expect(button('Mask')).toHaveAttribute('aria-expanded', 'false');
    await page.getByRole('radio', { name: 'this layer' }).press('Space');
    await page.getByRole('radio', { name: 'Off' }).press('Space');
    await expect(note(page, 'Heads')).toHaveText('8 off, 2 hidden');
    await page.getByRole('combobox', { name: 'Instead' }).selectOption('mean');
    await expect(page.locator('.figure-head[data-off="mean"]')).toHaveCount(8);
    await page.getByRole('button', { name: 'Whole kind back on' }).press('Enter');
    await page.getByRole('switch', { name: 'Shown in the figure' }).press('Space');
    await expect(note(page, 'Heads')).toHaveText('3 hidden');
  });

  test('the controls of a section show what holds for the heads its scope names', async ({ page }) => {
    await open(page, 'panel&open=heads&start=off');
    const radio = (name: string) => page.getByRole('radio', { name, exact: true });
    await expect(radio('Off')).toBeChecked();
    await radio('this layer').press('Space');
    await expect(radio('Some off')).toBeChecked();
    await radio('Off').press('Space');
    await expect(note(page, 'Heads')).toHaveText(/^1[01] off, 2 hidden$/);
    await radio('all layers').press('Space');
    await expect(radio('Some off')).toBeChecked();
    await radio('On').press('Space');
    await radio('Off').press('Space');
    await expect(radio('Some off')).toHaveCount(0);
    await expect(page.locator('.figure-head[data-off="zero"]')).toHaveCount(32);
    await page.getByRole('button', { name: /^Scale/ }).press('Enter');
    await radio('this head').press('Space');
    await radio('undivided').press('Space');
    await radio('this layer').press('Space');
    await expect(radio('mixed')).toBeChecked();
    await radio('÷ √d').press('Space');
    await expect(radio('mixed')).toHaveCount(0);
    await page.getByRole('button', { name: /^Mask/ }).press('Enter');
    const mask = page.getByRole('combobox', { name: 'Mask' });
    await mask.selectOption('window');
    await radio('all layers').press('Space');
    await expect(mask).toHaveValue('mixed');
    await mask.selectOption('own');
    await expect(mask).toHaveValue('own');
    await expect(note(page, 'Mask')).toHaveCount(0);
  });

  test('a scale that is taken away makes rows rest on fewer words', async ({ page }) => {
    await open(page, 'panel&open=scale');
    await expect(page.locator('.cp-was')).toHaveCount(0);
    const mean = page.locator('.cp-figure .cp-help').first();
    const [even = 0] = ((await mean.textContent()) ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    await page.getByRole('radio', { name: 'undivided' }).press('Space');
    await expect(mean).toHaveText(/→/);
    const numbers = ((await mean.textContent()) ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    expect(numbers[0]).toBe(even);
    expect(numbers[1]).toBeLessThan(even / 2);
    expect(numbers[3]).toBeGreaterThan(numbers[2] ?? 0);
    await page.getByRole('radio', { name: 'times …' }).press('Space');
    await page.getByRole('slider', { name: 'times …' }).press('Home');
    await expect(note(page, 'Scale')).toHaveText('× 0.13');
    await expect(
      page.getByRole('img', { name: /with 24 dimensions [\d.]+ in this head, 24 in the paper/ }),
    ).toBeVisible();
  });

  test('words are moved by key, by button and by drag', async ({ page }) => {
    await open(page, 'panel&open=positions&measured=0.0000021&start=positions');
    const order = () => page.locator('.cp-chip').allTextContents();
    await page.locator('.cp-chip').first().focus();
    await page.keyboard.press('Shift+ArrowRight');
    expect((await order()).slice(0, 3)).toEqual(['animal', 'The', "didn't"]);
    await expect(page.locator('.cp-chip').nth(1)).toBeFocused();
    await expect(page.locator('.cp-order [aria-live]')).toHaveText('The is now number 2');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Move the word left' }).press('Enter');
    expect((await order()).slice(0, 3)).toEqual(['animal', "didn't", 'The']);
    const [from, to] = await Promise.all([0, 2].map((i) => page.locator('.cp-chip').nth(i).boundingBox()));
    if (!from || !to) throw new Error('The words are not on the page');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 10);
    await expect(page.locator('[data-edge="after"]')).toHaveCount(1);
    await page.mouse.up();
    expect((await order()).slice(0, 3)).toEqual(["didn't", 'The', 'animal']);
    await expect(page.locator('.cp-finding')).toContainText(
      'With positions off, permuting the words permutes the encoder’s output: its numbers differ by 2 × 10⁻⁶ at most.',
    );
    await expect(page.locator('.cp-finding')).toContainText(/Compared with/);
    await page.getByRole('radio', { name: 'Shuffled' }).press('Space');
    await expect(note(page, 'Positions')).toHaveText('Encoder: Shuffled');
    await expect(page.locator('.cp-finding')).toContainText('With positions on');
  });

  test('the output is sampled from a seed, or searched in beams', async ({ page }) => {
    await open(page, 'panel&open=output');
    await page.getByRole('radio', { name: 'Sampling' }).press('Space');
    await page.getByRole('slider', { name: 'Only the likeliest' }).press('Home');
    await expect(page.locator('.ui-value').nth(1)).toHaveText('1');
    await page.getByRole('button', { name: 'New draw' }).press('Enter');
    await expect(page.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('260115');
    await page.getByRole('radio', { name: 'Beams' }).press('Space');
    await page.getByRole('button', { name: 'Beginnings kept: one more' }).press('Enter');
    await expect(note(page, 'Output')).toHaveText('5 beams');
    await page.getByRole('radio', { name: 'Greedy' }).press('Space');
    await expect(note(page, 'Output')).toHaveCount(0);
    await page.getByRole('slider', { name: 'Temperature' }).press('ArrowRight');
    await expect(note(page, 'Output')).toHaveText('temperature 1.1');
  });
});

// In the other themes the page's own tests look at them (e2e/axe.spec.ts), too.
for (const theme of everyNth(3, ['light', 'dark', 'contrast'])) {
  test(`axe finds nothing in the pictures, ${theme}`, async ({ page }) => {
    await open(page, `theme=${theme}&start=off`);
    await page.locator('.figure-head').nth(3).click({ button: 'right' });
    expect(await findings(page, { within: ['main'] })).toEqual([]);
    await open(page, `theme=${theme}&start=before`);
    await page.locator('label:has-text("difference")').click();
    expect(await findings(page, { within: ['.gc-head'] })).toEqual([]);
    await open(page, `theme=${theme}&start=after&view=arcs&kind=cross`);
    await page.locator('label:has-text("difference")').click();
    expect(await findings(page, { within: ['.gc-head'] })).toEqual([]);
    await open(page, `theme=${theme}&stage`);
    await page.locator('.sh-grid').focus();
    expect(await findings(page, { within: ['main'] })).toEqual([]);
  });

  test(`axe finds nothing in the panel, ${theme}`, async ({ page }) => {
    for (const section of ['heads', 'mask', 'scale', 'positions', 'output']) {
      await open(page, `theme=${theme}&panel&start=window&lang=zh-CN&open=${section}&measured=1`);
      expect(await findings(page, { within: ['.cp-root'] }), section).toEqual([]);
    }
  });
}
