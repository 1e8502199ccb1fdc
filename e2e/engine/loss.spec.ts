import { expect, test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

// Chromium says so itself when a context is lost.
test.use({ allowed: [/CONTEXT_LOST_WEBGL/] });

for (const place of ['between two runs', 'between two steps', 'while a read waits'] as const) {
  test(`a context lost ${place} is replaced, and the numbers stay the same`, async ({ page }) => {
    await openHarness(page);
    const { first, startMs, after, left } = await ask(page, 'worker', 'lose', { places: [place] });
    const revivalMs = (after[0]?.ms ?? Number.NaN) - first.ms;
    const [back, start, run] = [revivalMs, startMs, first.ms].map((ms) => `${ms.toFixed()} ms`);
    console.log(`lost ${place}: back after ${back}; the start took ${start}, a run takes ${run}`);
    // Two seconds; where WebGL is software and the machine busy, the time of a first start.
    expect(revivalMs).toBeLessThan(Math.max(2000, startMs));
    expect(first.report).toMatchObject({ name: 'webgl', because: 'asked' });
    expect(after[0]).toMatchObject({ ids: first.ids, tensors: first.tensors });
    expect(after[0]?.report).toMatchObject({ name: 'webgl', because: 'asked' });
    expect(after[0]?.report.trials[0]?.reason).toMatch(/^lost: /);
    expect(after[0]?.distance).toBe(0);
    expect(left).toBe(0);
  });
}

test('after the second loss webgl is left for the session', async ({ page }) => {
  await openHarness(page);
  const places = ['between two runs', 'between two runs', 'between two runs'] as const;
  const { first, after, left } = await ask(page, 'page', 'lose', { places });
  expect(after.map(({ report }) => report.name)).toEqual(['webgl', 'wasm', 'wasm']);
  expect(after[1]?.report.because).toBe('fallback');
  for (const { ids, distance } of after) {
    expect(ids).toEqual(first.ids);
    expect(distance).toBeLessThan(1e-4);
  }
  expect(left).toBe(0);
});

test('a gradient outlives a lost context', async ({ page }) => {
  await openHarness(page);
  const { distance, report, left } = await ask(page, 'worker', 'loseGradient', {});
  expect(report.name).toBe('webgl');
  expect(report.trials[0]?.reason).toMatch(/^lost: /);
  expect(distance).toBeLessThan(1e-6);
  expect(left).toBe(0);
});

test('a GPU that never answers is given up', async ({ page }) => {
  await openHarness(page);
  const { first, second, report } = await ask(page, 'worker', 'hang', {});
  expect(second).toEqual(first);
  expect(report.trials[0]?.reason).toMatch(/expected an answer within 20000 ms, got none/);
});
