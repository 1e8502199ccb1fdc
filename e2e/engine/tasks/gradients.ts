import { engine as tensorflow } from '@tensorflow/tfjs-core';
import type { BackendName } from '../../../src/contract/index.ts';
import { compareGradients, type GradientCase, type ParityReport } from '../../../src/testing/index.ts';
import { watchWebgl } from './meters.ts';
import { engineFor, gradientsOf, readFixture } from './models.ts';

/** Every gradient case of a model against the engine on one backend; then the first one again, to see that nothing stays behind. */
export async function gradients({ model, backend }: { model: string; backend: BackendName }) {
  const meters = watchWebgl();
  const cases = (await readFixture('gradients/index.json')) as GradientCase[];
  const engine = await engineFor(model, backend);
  const report: ParityReport = new Map();
  const [draws, links] = [meters.draws, meters.links];
  const times: number[] = [];
  // Tensors as the engine counts them, and what the backend holds in textures and buffers.
  const alive = () => [engine.numTensors(), tensorflow().backend.numDataIds()];
  const held = [alive()];
  const mine = cases.filter((each) => each.model === model);
  for (const each of [...mine, ...mine, ...mine]) {
    const frames = await gradientsOf(each.name);
    const started = performance.now();
    await compareGradients(engine, each, frames, report);
    times.push(performance.now() - started);
    held.push(alive());
  }
  const { name } = engine.backend();
  engine.dispose();
  return {
    backend: name,
    cases: mine.length,
    report: [...report],
    times,
    held,
    draws: meters.draws - draws,
    links: meters.links - links,
    left: engine.numTensors(),
  };
}
