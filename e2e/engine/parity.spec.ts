import { cases, changedCases } from '../../src/testing/fixtures.ts';
import { type ParityReport, printParity } from '../../src/testing/index.ts';
import { runs } from '../../src/testing/long.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

const SENTENCES = runs(4, 15);
const models = [...new Set(cases.map((each) => each.model))];

/** Keeps the worse of two reports, stage by stage. */
function add(all: ParityReport, some: ParityReport): void {
  for (const [stage, worst] of some) {
    const held = all.get(stage);
    if (!held || worst.share > held.share) all.set(stage, worst);
  }
}

for (const backend of ['wasm', 'webgl'] as const) {
  test(`on ${backend} every stage agrees with Hugging Face transformers`, async ({ page }) => {
    test.setTimeout(300_000);
    const all: ParityReport = new Map();
    await openHarness(page);
    for (const model of models) {
      // The bundled model in a worker, as the product runs it.
      const place = model === 'en-fr' ? 'worker' : 'page';
      const result = await ask(page, place, 'parity', { model, backend });
      expect(result.backend).toBe(backend);
      if (backend === 'webgl') expect(result.draws, 'programs WebGL was given').toBeGreaterThan(100);
      add(all, new Map(result.report));
    }
    console.log(printParity(`worst errors in Chromium, ${backend}`, all));
    expect(all.size).toBeGreaterThanOrEqual(13);
    for (const [stage, worst] of all) expect(worst.share, `${stage}: ${worst.name}`).toBeLessThanOrEqual(1);
  });
}

for (const backend of ['wasm', 'webgl'] as const) {
  test(`on ${backend} changes give what hooked Hugging Face transformers give`, async ({ page }) => {
    test.setTimeout(300_000);
    const all: ParityReport = new Map();
    await openHarness(page);
    // In the short lane webgl computes a quarter of them; wasm, and every host outside a browser, all.
    const every = backend === 'webgl' ? runs(4, 1) : 1;
    for (const model of new Set(changedCases.map((each) => each.model))) {
      const result = await ask(page, 'worker', 'changedParity', { model, backend, every });
      expect(result.backend).toBe(backend);
      const stored = changedCases.filter((each) => each.model === model).length;
      expect(result.cases).toBe(Math.ceil(stored / every));
      add(all, new Map(result.report));
    }
    console.log(printParity(`worst errors with changes in Chromium, ${backend}`, all));
    expect([...all.keys()].sort()).toEqual(['headOutput', 'logits', 'output', 'pattern', 'scores']);
    for (const [stage, worst] of all) expect(worst.share, `${stage}: ${worst.name}`).toBeLessThanOrEqual(1);
  });
}

test('on webgl tensors longer than a texture may be are folded, and the numbers stay the same', async ({
  page,
}) => {
  await openHarness(page);
  // The bundled model has 6,000 words; a texel holds two, so tables of at most 4,096 lie in such textures as they are.
  const request = { model: 'en-fr', backend: 'webgl', textureLimit: 2048 } as const;
  const { report } = await ask(page, 'worker', 'parity', request);
  expect(report.length).toBeGreaterThanOrEqual(13);
  for (const [stage, worst] of report) expect(worst.share, stage).toBeLessThanOrEqual(1);
});

test('webgl writes what Hugging Face writes, each translation the draft of the next', async ({ page }) => {
  await openHarness(page);
  const result = await ask(page, 'worker', 'greedy', { backend: 'webgl', count: SENTENCES });
  expect(result).toMatchObject({ backend: 'webgl', count: SENTENCES, wrong: [] });
  expect(result.accepted).toBeGreaterThan(0);
});

test('on a long text webgl agrees with wasm', async ({ page }) => {
  await openHarness(page);
  const { worst, frames } = await ask(page, 'worker', 'agree', { source: 150, target: 70 });
  expect(frames).toBeGreaterThan(1);
  expect(worst.pattern).toBeLessThanOrEqual(1e-4);
  expect(worst.logits).toBeLessThanOrEqual(1e-3);
});
