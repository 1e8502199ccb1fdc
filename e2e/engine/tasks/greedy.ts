import type { BackendName } from '../../../src/contract/index.ts';
import { engineFor, readFixture } from './models.ts';

type Row = readonly [string, readonly number[], readonly number[]];

/** The first sentences of `greedy.json`, each translation the draft of the next: where the engine writes other ids. */
export async function greedy({ backend, count }: { backend: BackendName; count: number }) {
  const engine = await engineFor('en-fr', backend);
  const rows = ((await readFixture('greedy.json')) as Row[]).slice(0, count);
  const wrong: { text: string; expected: readonly number[]; got: readonly number[] }[] = [];
  let accepted = 0;
  for (const [text, source, expected] of rows) {
    const { steps, counts } = await engine.run({ source, target: null, stages: [] });
    const got = steps.map((step) => step.id);
    if (got.join() !== expected.join()) wrong.push({ text, expected, got });
    accepted += counts.draftAccepted;
  }
  const { name } = engine.backend();
  engine.dispose();
  return { backend: name, count: rows.length, wrong, accepted };
}
