import { everyNth } from '../src/testing/long.ts';
import { openLive, TIRED } from './steps.ts';
import { findings } from './support/axe.ts';
import { expect, lookingTest as test } from './support/test.ts';

const THEMES = everyNth(2, ['light', 'dark', 'contrast'] as const);

const HASH = { text: TIRED, layer: '2', heads: '4', cell: '8,1' };

for (const theme of THEMES) {
  const hash = { ...HASH, theme };

  test(`${theme}: the explorer, as heatmap and as arcs, in both languages`, async ({ page }) => {
    await openLive(page, { hash });
    expect(await findings(page)).toEqual([]);
    await page.evaluate(() => window.headlight.setState({ view: 'arcs', language: 'zh-CN' }));
    expect(await findings(page)).toEqual([]);
    await page.evaluate(() =>
      window.headlight.setState({
        view: 'heatmap',
        language: 'en',
        kind: 'decoder',
        heads: [0, 1, 2],
        target: 'Il dort.',
      }),
    );
    expect(await findings(page)).toEqual([]);
  });

  test(`${theme}: with each panel open`, async ({ page }) => {
    await openLive(page, { hash });
    for (const name of ['Share', 'Language', 'Theme', 'Settings']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
      expect(await findings(page, { within: [':popover-open'] }), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Keys' }).click();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    expect(await findings(page, { within: ['dialog[open]'] }), 'Keys').toEqual([]);
  });

  test(`${theme}: on a phone, and empty`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openLive(page, { hash });
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    expect(await findings(page, { within: [':popover-open'] }), 'More').toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.headlight.setState({ text: '' }));
    expect(await findings(page)).toEqual([]);
  });
}

for (const show of ['head', 'figure'] as const) {
  for (const theme of THEMES) {
    test(`${theme}: the ${show} in a frame`, async ({ page }) => {
      const query = show === 'figure' ? { show } : {};
      await openLive(page, { file: 'embed.html', query, hash: { ...HASH, theme } });
      expect(await findings(page)).toEqual([]);
    });
  }
}
