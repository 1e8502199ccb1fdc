import type { Engine, RunControl, RunResult } from '../../../src/contract/index.ts';
import { largestDifference } from '../../../src/engine/testing/law.ts';
import { watchWebgl } from './meters.ts';
import { casesOf, engineFor } from './models.ts';

/** Takes the GPU away from every context of this realm. */
function loseAll(): void {
  for (const context of watchWebgl().contexts) {
    if (!context.isContextLost()) context.getExtension('WEBGL_lose_context')?.loseContext();
  }
}

/** A run, told as plain data: what came, from which backend, in which time, with how many tensors left. */
async function told(engine: Engine, control?: RunControl) {
  const started = performance.now();
  const result = await engine.run(await sentence(), control);
  const ms = performance.now() - started;
  return {
    ids: result.steps.map((step) => step.id),
    ms,
    report: engine.backend(),
    tensors: engine.numTensors(),
    result,
  };
}

async function sentence() {
  return { source: (await casesOf('en-fr'))[0]?.source ?? [], target: null, stages: [] };
}

/** The largest difference between two runs' patterns. */
const distance = (a: RunResult, b: RunResult): number =>
  Math.max(
    ...[...a.frames].map(([name, { data }]) => largestDifference(data, b.frames.get(name)?.data ?? [])),
  );

/** Where in a run the context is lost. */
const LOSSES: Record<string, (engine: Engine) => Promise<Awaited<ReturnType<typeof told>>>> = {
  'between two runs': (engine) => {
    loseAll();
    return told(engine);
  },
  'between two steps': (engine) => {
    let breaths = 0;
    const breathe = async () => {
      breaths += 1;
      if (breaths === 2) loseAll();
    };
    return told(engine, { breathe, isOutdated: () => false });
  },
  'while a read waits': (engine) => {
    const run = told(engine);
    setTimeout(loseAll, 0);
    return run;
  },
};

export type LossPlace = 'between two runs' | 'between two steps' | 'while a read waits';

/** Loses the context at these places, one after the other, and tells each run's outcome beside the first one's. */
export async function lose({ places }: { places: readonly LossPlace[] }) {
  watchWebgl();
  const started = performance.now();
  const engine = await engineFor('en-fr', 'webgl');
  const startMs = performance.now() - started;
  const first = await told(engine);
  const after = [];
  for (const place of places) {
    // A sentence between, so that the next run has no draft and takes several reads.
    await engine.run({ ...(await sentence()), source: [engine.info.endId] });
    const { result, ...rest } = await (LOSSES[place] as (typeof LOSSES)[string])(engine);
    after.push({ place, ...rest, distance: distance(first.result, result) });
  }
  engine.dispose();
  return {
    first: { ids: first.ids, ms: first.ms, report: first.report, tensors: first.tensors },
    startMs,
    after,
    left: engine.numTensors(),
  };
}

/** A gradient before and after the context is lost: the largest difference, and which backend gave the second. */
export async function loseGradient(_: object) {
  watchWebgl();
  const engine = await engineFor('relu-scaled', 'webgl');
  const request = { source: [5, 9, 12, engine.info.endId], target: [7, 8], stages: [] };
  const first = await engine.gradient(request, 1, 8);
  loseAll();
  const second = await engine.gradient(request, 1, 8);
  const worst = [...first].map(([name, { data }]) => largestDifference(data, second.get(name)?.data ?? []));
  const report = engine.backend();
  engine.dispose();
  return { distance: Math.max(...worst), report, left: engine.numTensors() };
}

/** A GPU that never answers, and a clock that runs fast meanwhile. */
export async function hang(_: object) {
  const engine = await engineFor('en-fr', 'webgl');
  const first = await told(engine);
  const gl = WebGL2RenderingContext.prototype;
  const { clientWaitSync } = gl;
  const { now } = performance;
  let skipped = 0;
  let waits = 0;
  performance.now = () => now.call(performance) + skipped;
  gl.clientWaitSync = function (...args) {
    waits += 1;
    skipped += 500;
    // Until it is given up: the fresh context answers.
    return waits > 60 ? clientWaitSync.apply(this, args) : this.TIMEOUT_EXPIRED;
  };
  const second = await told(engine).finally(() => {
    gl.clientWaitSync = clientWaitSync;
    performance.now = now;
  });
  engine.dispose();
  return { first: first.ids, second: second.ids, report: second.report, waits };
}
