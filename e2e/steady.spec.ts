import { openLive, painted, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const HASH = { text: TIRED, kind: 'encoder', layer: '3', heads: '7', cell: '8,1' };

test.beforeEach(({ page }) => page.setViewportSize({ width: 1280, height: 720 }));

test('the tabs stand in the same place in every view', async ({ page }) => {
  await openLive(page, { hash: HASH });
  const tabs = page.locator('.app-views > .ui-toggle');
  const first = await tabs.boundingBox();
  for (const view of ['arcs', 'cell', 'matrices', 'time', 'pair', 'heads', 'lens']) {
    await page.evaluate((seen) => window.headlight.setState({ view: seen } as never), view);
    await painted(page);
    expect(await tabs.boundingBox(), view).toEqual(first);
  }
});

test('a head that is off: its note hides two rows at most, and French that stays says which word moved', async ({
  page,
}) => {
  await openLive(page, { hash: { ...HASH, changes: 'off.e3h7' } });
  const note = await page.locator('.picture-note > p').boundingBox();
  const cells = await page.locator('.am-cells').boundingBox();
  expect(note?.height).toBeLessThanOrEqual((2.2 * (cells?.height ?? 0)) / 14);
  const said = page.locator('.app-french');
  await expect(said).toContainText(/same French as without, but “il” \d+\s%\s→\s\d+\s%/);
});

test('nothing that says what is changed is cut off beside a pinned cell, in either language', async ({
  page,
}) => {
  for (const lang of ['en', 'zh-CN']) {
    await openLive(page, { hash: { ...HASH, changes: 'forbid.e3h7.8_1', shown: 'difference', lang } });
    const side = page.locator('.app-head-side');
    const [room, needed] = await side.evaluate((one) => [one.clientHeight, one.scrollHeight]);
    expect(needed, lang).toBeLessThanOrEqual(room);
    for (const words of ['.changes-text', '.head-note-text']) {
      const cut = await page.locator(words).evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(cut, `${lang} ${words}`).toBeLessThanOrEqual(0);
    }
  }
});

test('what is presented says what its colours are, in one line', async ({ page }) => {
  await openLive(page, { hash: { ...HASH, present: 'on' } });
  const legend = page.locator('.present-side [data-view=legend]');
  await expect(legend).toBeInViewport({ ratio: 1 });
  await expect(legend).toContainText(/^attention weight α̂0.*100 %$/);
  expect((await legend.boundingBox())?.height).toBeLessThan(40);
});
