import { expect, lookingTest as test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

for (const backend of ['wasm', 'webgl'] as const) {
  test(`on ${backend} a run tells what it cost`, async ({ page }) => {
    await openHarness(page);
    const { start, runs, productsMs, left } = await ask(page, 'worker', 'counts', { backend });
    console.log(`${backend}: start ${start.ms.toFixed()} ms, ${start.links} programs compiled`);
    for (const [name, { counts, timings, links }] of Object.entries(runs)) {
      const told = `${counts.passes} passes, ${counts.programs} programs, ${counts.reads} reads`;
      console.log(`  ${name.padEnd(5)} ${told}, ${links} compiled, ${timings.totalMs.toFixed()} ms`);
    }
    console.log(`  the bare products of a full run: ${productsMs.toFixed(1)} ms`);
    expect(productsMs).toBeGreaterThan(0);
    expect(left).toBe(0);
    for (const { counts, draws } of Object.values(runs)) expect(counts.programs).toBe(draws);
    // The same sentence again: its encoder is known.
    expect(runs.draft.counts).toMatchObject({ steps: 0, passes: 1, reads: 1, encoderLayers: 0 });
    expect(runs.full.counts.encoderLayers).toBeGreaterThan(0);
    expect(runs.draft.counts.draftAccepted).toBeGreaterThan(0);
    expect(runs.full.counts.passes).toBe(runs.full.counts.steps + 2);
    expect(runs.full.links, 'nothing is compiled twice').toBe(0);
    if (backend === 'webgl') expect(runs.full.counts.reads).toBeLessThan(runs.full.counts.steps / 4);
    else expect(runs.full.counts.programs).toBe(0);
  });
}
