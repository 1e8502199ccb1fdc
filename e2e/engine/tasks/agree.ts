import type { RunRequest, RunResult } from '../../../src/contract/index.ts';
import { largestDifference } from '../../../src/engine/testing/law.ts';
import { engineFor } from './models.ts';

/** A long sentence with a long target on wasm and on webgl: the largest difference in patterns and in logits. */
export async function agree({ source, target }: { source: number; target: number }) {
  const words = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => 10 + ((from + i * 37) % 900));
  const request: RunRequest = { source: words(source, 1), target: words(target, 2), stages: ['logits'] };
  const results: RunResult[] = [];
  for (const backend of ['wasm', 'webgl'] as const) {
    const engine = await engineFor('en-fr', backend);
    results.push(await engine.run(request));
    engine.dispose();
  }
  const worst = { pattern: 0, logits: 0 };
  for (const [name, { data }] of results[0]?.frames ?? []) {
    const other = results[1]?.frames.get(name)?.data ?? new Float32Array();
    const stage = name === 'logits' ? 'logits' : 'pattern';
    worst[stage] = Math.max(worst[stage], largestDifference(data, other));
  }
  return { worst, frames: results[0]?.frames.size ?? 0 };
}
