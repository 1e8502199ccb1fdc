import { expect, lookingTest as test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

// The browser these tests run in has WebGL in software only, and says nothing on the console when it is left aside.

test('auto starts on wasm, looks at webgl later, and leaves WebGL in software aside', async ({ page }) => {
  await openHarness(page);
  const { reports, steps, left } = await ask(page, 'worker', 'choice', { backend: 'auto' });
  const [first, settled, again] = reports;
  expect(first).toMatchObject({ name: 'wasm', because: 'measured', trials: [{ name: 'wasm' }] });
  expect(first?.trials[0]?.medianMs).toBeGreaterThan(0);
  expect(settled).toMatchObject({
    name: 'wasm',
    because: 'measured',
    trials: [{ name: 'wasm' }, { name: 'webgl' }],
  });
  expect(settled?.trials[1]).toMatchObject({
    medianMs: null,
    reason: expect.stringMatching(/WebGL in software/),
  });
  expect(again).toEqual(settled);
  expect([steps > 0, left]).toEqual([true, 0]);
});

for (const [gpu, name] of [
  ['slow', 'wasm'],
  ['fast', 'webgl'],
] as const) {
  test(`auto settles on ${name} beside a ${gpu} GPU`, async ({ page }) => {
    await openHarness(page);
    const { reports, steps, left } = await ask(page, 'worker', 'choice', { backend: 'auto', gpu });
    expect(reports.map((report) => report.name)).toEqual(['wasm', name, name]);
    expect(reports[1]?.trials.map((trial) => trial.name)).toEqual(['wasm', 'webgl']);
    expect(reports[1]?.trials[1]?.medianMs).toBeGreaterThan(0);
    expect([steps > 0, left]).toEqual([true, 0]);
  });
}

test('without a stored result webgl is held to wasm’s own: a card that computes wrongly is not taken', async ({
  page,
}) => {
  await openHarness(page);
  const wrong = {
    name: 'webgl',
    medianMs: null,
    reason: expect.stringMatching(/^checkGolden: webgl .*expected/),
  };
  const auto = await ask(page, 'worker', 'choice', { backend: 'auto', gpu: 'wrong' });
  expect(auto.reports[1]).toMatchObject({ name: 'wasm', trials: [{ name: 'wasm' }, wrong] });
  const asked = await ask(page, 'worker', 'choice', { backend: 'webgl', gpu: 'wrong' });
  expect(asked.reports[0]).toMatchObject({
    name: 'wasm',
    because: 'fallback',
    trials: [wrong, { name: 'wasm' }],
  });
  expect([auto.left, asked.left]).toEqual([0, 0]);
});

test.describe('wasm’s file does not come the first time', () => {
  test.use({ allowed: [/ERR_FAILED/, /wasm/i] });

  test('and is asked for again', async ({ page }) => {
    let asked = 0;
    await page.route('**/wasm/*.wasm', (route) => {
      asked += 1;
      return asked === 1 ? route.abort() : route.continue();
    });
    await openHarness(page);
    const { reports, steps } = await ask(page, 'worker', 'choice', { backend: 'auto' });
    expect(reports[0]).toMatchObject({ name: 'wasm', because: 'measured', trials: [{ name: 'wasm' }] });
    expect([asked > 1, steps > 0]).toEqual([true, true]);
  });
});

test('webgl asked for by name is taken in software too', async ({ page }) => {
  await openHarness(page);
  const { reports, left } = await ask(page, 'worker', 'choice', { backend: 'webgl' });
  expect(reports[0]).toMatchObject({ name: 'webgl', because: 'asked' });
  expect(reports.map(({ name }) => name)).toEqual(['webgl', 'webgl', 'webgl']);
  expect(left).toBe(0);
});

for (const backend of ['auto', 'webgl'] as const) {
  test(`without WebGL, ${backend} runs on wasm`, async ({ page }) => {
    await openHarness(page);
    const request = { backend, withoutWebgl: true };
    const { reports, steps, left } = await ask(page, 'worker', 'choice', request);
    expect(reports.map(({ name }) => name)).toEqual(['wasm', 'wasm', 'wasm']);
    expect(reports[2]?.because).toBe(backend === 'auto' ? 'measured' : 'fallback');
    expect(reports[2]?.trials.find(({ name }) => name === 'webgl')?.medianMs).toBeNull();
    expect([steps > 0, left]).toEqual([true, 0]);
  });
}

test('plain JavaScript works too', async ({ page }) => {
  await openHarness(page);
  const { reports, steps } = await ask(page, 'page', 'choice', { backend: 'cpu' });
  expect(reports[0]).toMatchObject({ name: 'cpu', because: 'asked' });
  expect(steps).toBeGreaterThan(0);
});
