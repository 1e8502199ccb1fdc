import { gradientCases } from '../../src/testing/fixtures.ts';
import { type ParityReport, printParity } from '../../src/testing/index.ts';
import { runs } from '../../src/testing/long.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

const models = [...new Set(gradientCases.map((each) => each.model))];

for (const backend of ['wasm', 'webgl'] as const) {
  test(`on ${backend} every gradient agrees with PyTorch, and nothing stays behind`, async ({ page }) => {
    test.setTimeout(300_000);
    const all: ParityReport = new Map();
    await openHarness(page);
    // In the short lane webgl computes one model's; wasm, and every host outside a browser, all.
    for (const model of models.slice(0, backend === 'webgl' ? runs(1, models.length) : models.length)) {
      const result = await ask(page, 'worker', 'gradients', { model, backend });
      const { times, links, draws, held, left } = result;
      const ms = times.map((time) => time.toFixed()).join(', ');
      console.log(`${backend} ${model}: ${ms} ms; ${links} programs compiled, ${draws} drawn`);
      expect(result.backend).toBe(backend);
      if (backend === 'webgl') expect(draws, 'programs WebGL was given').toBeGreaterThan(300);
      for (const alive of held) expect(alive).toEqual(held[0]);
      expect(left).toBe(0);
      for (const [kind, worst] of result.report)
        if (worst.share > (all.get(kind)?.share ?? -1)) all.set(kind, worst);
    }
    console.log(printParity(`worst errors of gradients in Chromium, ${backend}`, all));
    expect(all.size).toBe(3);
    for (const [kind, worst] of all) expect(worst.share, `${kind}: ${worst.name}`).toBeLessThanOrEqual(1);
  });
}
