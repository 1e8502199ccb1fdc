import { openAnew, TIRED } from './steps.ts';
import { expect, test } from './support/test.ts';

const CHINESE = '**/assets/zh-CN-*.js';

test.use({ allowed: [/Failed to load resource.*zh-CN/] });

test('Chinese is fetched only when it is spoken, and the page never shows English first', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const fetched = () => asked.filter((path) => /\/zh-CN-[\w-]+\.js$/.test(path)).length;
  await openAnew(page, { hash: { text: TIRED, lang: 'en' } });
  expect(fetched()).toBe(0);
  await page.evaluate(() => window.headlight.setState({ language: 'zh-CN' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(fetched()).toBe(1);

  await page.addInitScript(() => {
    new MutationObserver(() => {
      const said = document.querySelector('#root h2')?.textContent;
      if (said) document.documentElement.dataset.first ??= said;
    }).observe(document, { childList: true, subtree: true });
  });
  await openAnew(page, { hash: { text: TIRED, lang: 'zh-CN' } });
  await expect(page.locator('html')).toHaveAttribute('data-first', /[\u4e00-\u9fff]/);
});

test('when the words of a language cannot be fetched the page goes on in English and says so', async ({
  page,
}) => {
  await page.route(CHINESE, (route) => route.abort());
  await openAnew(page, { hash: { text: TIRED, lang: 'zh-CN' } });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Language' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'could not be fetched' })).toBeVisible();
});
