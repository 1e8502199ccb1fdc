import { expect, it } from 'vitest';
import { modelFromDisk, readFixture } from '../../testing/fixtures.ts';
import { everyNth } from '../../testing/long.ts';
import { engineFor } from '../testing/engineFor.ts';

/** A text, its ids with the end mark, and what Hugging Face's greedy decoding writes, with the end mark. */
type Row = readonly [string, readonly number[], readonly number[]];

it('writes what Hugging Face writes, each translation the draft of the next', async () => {
  const rows = readFixture('greedy.json') as Row[];
  expect(rows.length).toBeGreaterThanOrEqual(300);
  const engine = await engineFor(modelFromDisk('en-fr'), 'wasm');
  for (const [text, source, expected] of everyNth(5, rows)) {
    const { steps, ended } = await engine.run({ source, target: null, stages: [] });
    expect(
      steps.map((step) => step.id),
      text,
    ).toEqual(expected);
    expect(ended).toBe(expected.at(-1) === engine.info.endId);
  }
  engine.dispose();
});
