import { everyNth, runs } from '../../src/testing/long.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

// The bundled model in the long lane; outside a browser it is tried in the short one, too.
for (const [model, beams, seeds] of everyNth(2, [
  ['swish-forbidden', runs(3, 6), runs(12, 24)],
  ['en-fr', 3, 6],
] as const)) {
  test(`${model} writes Hugging Face’s text by beam search, and the same by the same seed, on wasm and webgl`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await openHarness(page);
    const texts = [];
    for (const backend of ['wasm', 'webgl'] as const) {
      const { wrong, drawn, flat, left } = await ask(page, 'worker', 'ways', {
        model,
        backend,
        beams,
        seeds,
      });
      expect(wrong, backend).toEqual([]);
      expect([flat, left]).toEqual([true, 0]);
      texts.push(drawn);
    }
    expect(texts[1]).toEqual(texts[0]);
    expect(new Set(texts[0]?.map((ids) => ids.join())).size).toBeGreaterThan(seeds / 2);
  });
}
