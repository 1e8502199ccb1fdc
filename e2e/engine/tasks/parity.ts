import { env } from '@tensorflow/tfjs-core';
import type { BackendName } from '../../../src/contract/index.ts';
import { compareCase, type ParityReport } from '../../../src/testing/index.ts';
import { watchWebgl } from './meters.ts';
import { casesOf, changedCasesOf, engineFor, stagesOf } from './models.ts';

interface ParityRequest {
  readonly model: string;
  readonly backend: BackendName;
  /** Longest side of a texture that TF.js shall believe in; longer tensors are folded. */
  readonly textureLimit?: number;
}

/** Every reference case of a model against the engine on one backend. */
export async function parity({ model, backend, textureLimit }: ParityRequest) {
  const meters = watchWebgl();
  if (textureLimit !== undefined) {
    // Registered when webgl's code is loaded, so that it can be set before the engine starts.
    await import('@tensorflow/tfjs-backend-webgl');
    env().set('WEBGL_MAX_TEXTURE_SIZE', textureLimit);
  }
  const report: ParityReport = new Map();
  const engine = await engineFor(model, backend);
  for (const each of await casesOf(model)) await compareCase(engine, each, await stagesOf(each.name), report);
  const { name } = engine.backend();
  engine.dispose();
  return { backend: name, report: [...report], draws: meters.draws };
}

interface ChangedParityRequest {
  readonly model: string;
  readonly backend: BackendName;
  /** 1: every changed case; 2: every other one, and so on. */
  readonly every: number;
}

/** Changed cases of a model against the engine on one backend. */
export async function changedParity({ model, backend, every }: ChangedParityRequest) {
  const report: ParityReport = new Map();
  const engine = await engineFor(model, backend);
  const cases = (await changedCasesOf(model)).filter((_, i) => i % every === 0);
  for (const { reference, stages } of cases) await compareCase(engine, reference, stages, report);
  const { name } = engine.backend();
  engine.dispose();
  return { backend: name, cases: cases.length, report: [...report] };
}
