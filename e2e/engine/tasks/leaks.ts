import { engine as tensorflow } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import type { BackendName, StageName } from '../../../src/contract/index.ts';
import { change } from '../../../src/engine/testing/arbitrary.ts';
import { engineFor } from './models.ts';

/** What is alive: tensors as the engine counts them, and textures and buffers as the backend holds them. */
function alive(tensors: number) {
  return { tensors, held: tensorflow().backend.numDataIds() };
}

const outcome = async (run: Promise<unknown>) =>
  run.then(
    () => 'came',
    (error: { code?: string }) => error.code ?? String(error),
  );

/**
 * Many runs of random lengths, some of them refused, outdated, or with a target and stages; changed at random where
 * asked.
 */
export async function leaks({
  backend,
  runs,
  changed,
}: {
  backend: BackendName;
  runs: number;
  changed: boolean;
}) {
  const engine = await engineFor('relu-scaled', backend);
  const random = (below: number) => Math.floor(Math.random() * below);
  const words = (most: number) => Array.from({ length: random(most) }, () => random(engine.info.vocabulary));
  const stages: StageName[] = ['encoder.0.self.scores', 'decoder.0.cross.q', 'probabilities'];
  const outdated = { isOutdated: () => true, breathe: async () => undefined };
  const lists = changed ? fc.sample(fc.array(change, { maxLength: 3 }), runs) : [];
  const counts = [];
  const outcomes: Record<string, number> = {};
  for (let i = 0; i < runs; i++) {
    const source = [...words(30), engine.info.endId];
    const changes = lists[i] ?? [];
    const kinds = [
      () => engine.run({ source, target: null, stages: [], changes }),
      () => engine.run({ source, target: words(20), stages, changes }),
      () => engine.run({ source, target: null, stages: [], changes }, outdated),
      () => engine.run({ source: [], target: null, stages: [] }),
    ];
    const came = await outcome((kinds[i % kinds.length] as (typeof kinds)[number])());
    outcomes[came] = (outcomes[came] ?? 0) + 1;
    counts.push(alive(engine.numTensors()));
  }
  engine.dispose();
  return { counts, outcomes, left: alive(engine.numTensors()) };
}
