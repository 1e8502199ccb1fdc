import type { Page } from '@playwright/test';
import { divergingScale, short, weightAt } from '../../../src/layout/index.ts';
import { expect, lookingTest as test } from '../../support/test.ts';
import { sceneOf, weightsOf } from '../views/scenes.ts';
import { changedMatrix } from './changeScene.ts';
import { middleOf, open, spokenCell } from './changeSteps.ts';

const BEFORE = weightsOf(sceneOf('lecture', 'encoder'), 'encoder', 3);
const AT = { kind: 'encoder', layer: 2, head: 4 } as const;
const SET = { kind: 'encoder', layer: 2, heads: [4] } as const;
/** The row of "it". */
const IT = 8;

// Reading single pixels back is what the test does, not the page.
test.use({ allowed: [/Canvas2D: Multiple readback/] });

/** A cell's colour near its upper left corner, away from number and mark. */
async function colourOf(page: Page, query: number, key: number): Promise<string> {
  const { x, y } = await middleOf(page, query, key);
  const box = await page.locator('.am-cells').boundingBox();
  return page.locator('.am-cells canvas').evaluate(
    (canvas: HTMLCanvasElement, [left = 0, top = 0]) => {
      const ratio = canvas.width / canvas.clientWidth;
      const pixel = canvas.getContext('2d')?.getImageData(left * ratio, top * ratio, 1, 1).data ?? [];
      return `rgb(${pixel[0]}, ${pixel[1]}, ${pixel[2]})`;
    },
    [x - (box?.x ?? 0) - 9, y - (box?.y ?? 0) - 9],
  );
}

const toCell = async (page: Page, query: number, key: number) => {
  await page.locator('.am-grid').focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < query; i++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < key; i++) await page.keyboard.press('ArrowRight');
};

test.describe('before, after, difference', () => {
  const CHANGES = [
    {
      type: 'forbid',
      mode: 'before',
      cells: [
        { query: IT, key: 1 },
        { query: IT, key: 6 },
      ],
      ...SET,
    },
  ] as const;
  const AFTER = changedMatrix(BEFORE, CHANGES, AT);
  const at = (key: number) => {
    const cell = { query: IT, key };
    return { before: weightAt(BEFORE, cell), after: weightAt(AFTER, cell) };
  };
  const percent = (share: number) => `${Math.round(share * 100)}\u202f%`;

  test('cells have the diverging scale’s colour of their change; the summary names the largest', async ({
    page,
  }) => {
    for (const theme of ['light', 'dark'] as const) {
      await open(page, `start=before&theme=${theme}`);
      await page.locator('label:has-text("difference")').click();
      await expect(page.locator('.lg-signed')).toHaveText('−10+1');
      const scale = divergingScale(theme, 'hue', 1);
      for (const key of [1, 8, 9, 0]) {
        const { before, after } = at(key);
        expect(await colourOf(page, IT, key)).toBe(scale.css(after - before));
      }
      await expect(page.locator('.rp-quiet')).toHaveText(
        `Largest change: “it” reads “animal” ${percent(at(1).before)} → 0\u202f%`,
      );
    }
  });

  test('the reading, the tip and the spoken cell say both numbers, and what is forbidden now', async ({
    page,
  }) => {
    await open(page, 'start=before');
    await page.locator('label:has-text("difference")').click();
    await toCell(page, IT, 1);
    await expect(page.locator('.am-tip-number')).toHaveText(`${percent(at(1).before)} → 0\u202f%`);
    await expect(page.locator('.rp-exact')).toContainText(`${at(1).before.toFixed(4)} → 0.0000`);
    expect(await spokenCell(page)).toBe(
      `“it” reads “animal”: ${percent(at(1).before)} before, 0\u202f% now, forbidden now`,
    );
    await expect(page.locator('.rp-item').first()).toContainText('animal');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('.rp-heading')).toHaveText('“because” reads as before.');
    await page.locator('label:has-text("before")').first().click();
    await toCell(page, IT, 1);
    await expect(page.locator('.am-tip-number')).toHaveText(percent(at(1).before));
    await page.locator('label:has-text("after")').first().click();
    await toCell(page, IT, 1);
    await expect(page.locator('.am-tip-number')).toHaveText('forbidden before softmax');
  });

  test('arcs that became fewer are dashed and violet, those that became more are whole and ochre', async ({
    page,
  }) => {
    await open(page, 'start=before&view=arcs');
    await page.locator('label:has-text("difference")').click();
    const scale = divergingScale('light', 'hue', 1);
    const strongest = page.locator('.ta-arcs path').last();
    await expect(strongest).toHaveAttribute('stroke', scale.css(-1));
    await expect(strongest).toHaveAttribute('stroke-dasharray', /\d/);
    const more = page.locator('.ta-arcs path:not([stroke-dasharray])').last();
    await expect(more).toHaveAttribute('stroke', scale.css(1));
  });

  test('rows that no longer sum to 1 have their sum beside them, seen and spoken', async ({ page }) => {
    await open(page, 'start=after');
    const sum = short(1 - at(1).before, 'en');
    await expect(page.locator('.am-sum')).toHaveText(['Σ α̂', /0\.\d\d/, sum]);
    await toCell(page, IT, 2);
    expect(await spokenCell(page)).toContain(`its row sums to ${sum}`);
  });
});
