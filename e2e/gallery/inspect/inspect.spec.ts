import type { Locator } from '@playwright/test';
import { INSPECT_STEPS, inspectStages } from '../../../src/layout/index.ts';
import { everyNth } from '../../../src/testing/long.ts';
import { expect, lookingTest as test } from '../../support/test.ts';
import { numbersIn } from '../../views/numbers.ts';
import { expectAccessible, expectLast, frameNumber, open, PLACES } from './inspectPage.ts';

/** The line of a sum adds up as a reader would add it. */
async function expectAddsUp(line: Locator): Promise<void> {
  const items = await line.locator('.cl-item:not(.cl-name) > .cl-number').allInnerTexts();
  const read = items.map(
    (text) => numbersIn(text.replaceAll(/\s/g, ''))[0] ?? { value: Number.NaN, unit: 1 },
  );
  const total = read.pop();
  const sum = read.reduce((all, { value }) => all + value, 0);
  expect(read.length).toBeGreaterThan(1);
  expect(Math.abs(sum - (total?.value ?? 0))).toBeLessThanOrEqual((total?.unit ?? 0) * read.length * 1.0001);
}

for (const place of PLACES) {
  test(`the numbers on screen are the frames’: ${place.kind}`, async ({ page }) => {
    const { kind, layer, head: h, q: i, k: j } = place;
    const stages = inspectStages(kind, layer, 4);
    await open(page, place, 'step=project');
    const next = page.getByRole('button', { name: 'Next' });
    const picture = page.locator('.ci-picture');
    const check = page.locator('.ci-check');

    const strip = page.locator('[data-strip="q"] [role="slider"]');
    const d = Number(await strip.getAttribute('aria-valuenow')) - 1;
    const qd = await frameNumber(page, stages.q, [h, i, d]);
    const kd = await frameNumber(page, stages.k, [h, j, d]);
    expect(await strip.getAttribute('aria-valuetext')).toContain(qd.toFixed(3).replace('-', '−'));
    await expectLast(page.locator('.cl-root'), qd);
    await expectAddsUp(page.locator('.cl-root'));

    await next.click();
    await expectLast(page.locator('.ci-line', { hasText: `no. ${d + 1}:` }), qd * kd);

    await next.click();
    const alpha = await frameNumber(page, stages.scores, [h, i, j]);
    await expectAddsUp(page.locator('.cl-root'));
    await expectLast(page.locator('.cl-root'), alpha * Math.sqrt(24));

    await next.click();
    await expectLast(page.locator('.ci-formulas'), alpha);

    await next.click();
    await expectLast(page.locator('[data-strip="scores"] .cn-note'), alpha);

    await next.click();
    const weight = await frameNumber(page, stages.pattern, [h, i, j]);
    const own = page.locator('tr[data-own] > td');
    await expectLast(own.nth(0), alpha);
    await expectLast(own.nth(2), weight);
    await expectLast(page.locator('.ci-formulas'), weight);

    await next.click();
    const e =
      Number(await page.locator('[data-strip="v"] [role="slider"]').getAttribute('aria-valuenow')) - 1;
    await expectLast(own.nth(0), weight);
    await expectLast(own.nth(1), await frameNumber(page, stages.v, [h, j, e]));
    await expectLast(page.locator('tfoot'), await frameNumber(page, stages.headOutput, [h, i, e]));

    await next.click();
    const m =
      Number(await page.locator('[data-strip="part"] [role="slider"]').getAttribute('aria-valuenow')) - 1;
    await expectAddsUp(page.locator('.cl-root'));
    await expectLast(page.locator('.cl-root'), await frameNumber(page, stages.attentionOutput, [i, m]));

    await next.click();
    const result = await frameNumber(page, stages.afterAttention, [i, m]);
    await expectLast(picture.locator('.ci-numbers'), result);
    await expectLast(page.locator('[data-strip="result"] .cn-note'), result);
    await expect(check).toHaveAttribute('data-agrees', 'true');
  });
}

test('keys go from step to step, inside a strip from number to number, and back to the heatmap', async ({
  page,
}) => {
  await open(page, PLACES[0], '');
  const current = page.locator('[aria-current="step"]');
  for (const [n] of INSPECT_STEPS.entries()) {
    await expect(page.locator('.stepper-step').nth(n)).toHaveAttribute('aria-current', 'step');
    await expect(page.locator('.ci-check')).toHaveAttribute('data-agrees', 'true');
    await page.keyboard.press('ArrowRight');
  }
  await expect(current).toHaveText('Add & Norm');
  for (const _ of INSPECT_STEPS) await page.keyboard.press('ArrowLeft');
  await expect(current).toHaveText('q, k, v');
  const strip = page.locator('[data-strip="q"] [role="slider"]');
  await strip.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(strip).toHaveAttribute('aria-valuenow', '2');
  await expect(current).toHaveText('q, k, v');
  const { q } = inspectStages('encoder', 2, 4);
  await expectLast(page.locator('[data-strip="q"] .cn-note'), await frameNumber(page, q, [2, 8, 1]));
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => window.inspected?.closed)).toBe(1);
});

test('the keys stay when a button has taken the story back to its beginning', async ({ page }) => {
  await open(page, PLACES[0], 'step=products');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[aria-current="step"]')).toHaveText('q × k');
});

test('what was changed is said in its step', async ({ page }) => {
  const said = page.locator('.ci-said');
  await open(page, PLACES[0], 'step=scale&change=undivided');
  await expect(said).toContainText('You switched the division off');
  await open(page, PLACES[0], 'step=mask&change=before');
  await expect(said).toContainText('You forbade “it” to read “street”');
  await expect(page.locator('[data-strip="masked"] .cn-note')).toContainText('−∞');
  await open(page, PLACES[0], 'step=softmax&change=after');
  await expect(said).toContainText('Then α̂ is set to 0');
  await open(page, PLACES[0], 'step=values&change=mean');
  await expect(said).toContainText('This head is switched off');
  await expect(page.locator('.ci-check')).toHaveAttribute('data-agrees', 'true');
});

test('while the numbers are not there, it says so', async ({ page }) => {
  await open(page, PLACES[0], 'empty');
  await expect(page.locator('.ci-waiting')).toBeVisible();
  await open(page, PLACES[0], 'empty&view=matrices');
  await expect(page.locator('.mv-said')).toHaveText('The numbers are on their way …');
});

test('every step fits the room on a desk', async ({ page }) => {
  for (const size of ['desk', 'large']) {
    await page.setViewportSize({ width: 1100, height: 900 });
    for (const place of PLACES) {
      await open(page, place, `size=${size}`);
      for (const step of INSPECT_STEPS) {
        const over = await page.locator('.ci-body').evaluate((body) => {
          return [body.scrollWidth - body.clientWidth, body.scrollHeight - body.clientHeight];
        });
        expect(over, `${step} ${size} ${place.kind}`).toEqual([0, 0]);
        await page.keyboard.press('ArrowRight');
      }
    }
  }
});

// In the other themes: e2e/views/axe.spec.ts, too.
for (const theme of everyNth(3, ['light', 'dark', 'contrast'])) {
  test(`axe finds nothing: ${theme}`, async ({ page }) => {
    await open(page, PLACES[1], `theme=${theme}`);
    // What the other steps are made of is in these.
    for (const step of ['q, k, v', 'q × k', 'mask', 'softmax', 'all heads']) {
      await page.getByRole('button', { name: step, exact: true }).click();
      await expectAccessible(page);
    }
  });
}
