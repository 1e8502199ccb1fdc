import { engine as tensorflow } from '@tensorflow/tfjs-core';
import type { BackendName } from '../../../src/contract/index.ts';
import { compareGradients, type ParityReport } from '../../../src/testing/index.ts';
import { watchWebgl } from './meters.ts';
import { engineFor, gradientsOf } from './models.ts';

/** Every gradient case of a model against the engine on one backend, twice, to see that nothing stays behind. */
export async function gradients({ model, backend }: { model: string; backend: BackendName }) {
  const meters = watchWebgl();
  const cases = await gradientsOf(model);
  const engine = await engineFor(model, backend);
  const report: ParityReport = new Map();
  const [draws, links] = [meters.draws, meters.links];
  const times: number[] = [];
  // Tensors as the engine counts them, and what the backend holds in textures and buffers.
  const alive = () => [engine.numTensors(), tensorflow().backend.numDataIds()];
  const held = [alive()];
  for (const { asked, frames } of [...cases, ...cases]) {
    const started = performance.now();
    await compareGradients(engine, asked, frames, report);
    times.push(performance.now() - started);
    held.push(alive());
  }
  const { name } = engine.backend();
  engine.dispose();
  const cost = { draws: meters.draws - draws, links: meters.links - links };
  return { backend: name, report: [...report], times, held, ...cost, left: engine.numTensors() };
}
