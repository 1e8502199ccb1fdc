import type { BackendName, Engine, RunRequest, RunResult } from '../../../src/contract/index.ts';
import { watchWebgl } from './meters.ts';
import { casesOf, engineFor } from './models.ts';

/** What one run cost, as the engine tells it and as WebGL saw it. */
interface Cost {
  readonly counts: RunResult['counts'];
  readonly timings: RunResult['timings'];
  readonly draws: number;
  readonly links: number;
}

async function costOf(engine: Engine, request: RunRequest): Promise<Cost> {
  const meters = watchWebgl();
  const { draws, links } = meters;
  const { counts, timings } = await engine.run(request);
  return { counts, timings, draws: meters.draws - draws, links: meters.links - links };
}

/**
 * What runs cost on one backend: the lecture's sentence on the bundled model, in full, in full once its programs are
 * compiled, and with its own draft.
 */
export async function counts({ backend }: { backend: BackendName }) {
  const meters = watchWebgl();
  const started = performance.now();
  const engine = await engineFor('en-fr', backend);
  const start = { ms: performance.now() - started, links: meters.links };
  const request = { source: (await casesOf('en-fr'))[0]?.source ?? [], target: null, stages: [] };
  const cold = await costOf(engine, request);
  // Another sentence between, so that there is no draft to use, and nothing known of the encoder.
  await engine.run({ ...request, source: [engine.info.endId, engine.info.endId] });
  const full = await costOf(engine, request);
  const draft = await costOf(engine, request);
  const { length } = request.source;
  const productsMs = await engine.measureProducts(length, cold.counts.steps, 2);
  engine.dispose();
  return { start, runs: { cold, full, draft }, productsMs, left: engine.numTensors() };
}
