import type { Page, Route } from '@playwright/test';
import { addressOf, sentenceOf } from './steps.ts';
import { expect, test } from './support/test.ts';

// The browser itself reports a failed request in the console; the page must add nothing to it.
test.use({ allowed: [/Failed to load resource/] });

const WEIGHTS = '**/model.safetensors*';
const retryButton = (page: Page) => page.getByRole('button', { name: 'Try again' });

async function openStored(page: Page): Promise<void> {
  await page.goto(addressOf({ query: { backend: 'wasm' } }));
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 });
}

/** Each way in which a server or a line lets the weights down, and the words that then stand on the page. */
const FAILURES: readonly (readonly [name: string, answer: (route: Route) => Promise<void>, words: RegExp])[] =
  [
    ['a 404', (route) => route.fulfill({ status: 404, body: 'no' }), /not at this address/],
    [
      'a web page answered with 200',
      (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Welcome' }),
      /web page instead of the model|does not match its checksum/,
    ],
    [
      'a flipped bit',
      async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        body[body.length - 5] = (body[body.length - 5] ?? 0) ^ 1;
        await route.fulfill({ response, body });
      },
      /does not match its checksum/,
    ],
    [
      'a cut download',
      async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.body()).subarray(0, 100_000) });
      },
      /connection broke off|does not match its checksum/,
    ],
    ['no connection', (route) => route.abort('connectionfailed'), /connection broke off/],
  ];

for (const [name, answer, words] of FAILURES) {
  test(`${name}: the stored picture stays, the page says so, typing is kept, and a retry goes live`, async ({
    page,
  }) => {
    await page.route(WEIGHTS, answer);
    await openStored(page);
    await expect(page.getByRole('alert')).toContainText(words, { timeout: 60_000 });
    await expect(page.getByRole('grid')).toBeVisible();
    expect(await page.evaluate(() => window.headlight.backend())).toBeNull();
    await sentenceOf(page).fill('The dog was hungry.');
    await page.unroute(WEIGHTS);
    await retryButton(page).click();
    await page.evaluate(() => window.headlight.whenReady());
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await page.evaluate(() => window.headlight.tokens().source.map(({ text }) => text))).toContain(
      'dog',
    );
  });
}

test('a model that is not there says so', async ({ page }) => {
  await page.goto(addressOf({ query: { model: 'no-such-model', backend: 'wasm' } }));
  await expect(page.getByRole('alert')).toContainText(/not at this address|web page instead/);
  await expect(retryButton(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible();
});

test('setState is refused with the same words while the model is not there', async ({ page }) => {
  await page.route(WEIGHTS, (route) => route.fulfill({ status: 404, body: 'no' }));
  await openStored(page);
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
  const message = await page.evaluate(() =>
    window.headlight.setState({ text: 'x' }).then(
      () => 'painted',
      (error: Error) => error.message,
    ),
  );
  expect(message).toMatch(/^setState: .*404|^setState: /);
});
