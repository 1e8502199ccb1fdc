import type { BackendName } from '../../../src/contract/index.ts';
import { compareCase, type ParityReport } from '../../../src/testing/index.ts';
import { watchWebgl } from './meters.ts';
import { casesOf, engineFor, stagesOf } from './models.ts';

/** Every reference case of a model against the engine on one backend. */
export async function parity({ model, backend }: { model: string; backend: BackendName }) {
  const meters = watchWebgl();
  const report: ParityReport = new Map();
  const engine = await engineFor(model, backend);
  for (const each of await casesOf(model)) await compareCase(engine, each, await stagesOf(each.name), report);
  const { name } = engine.backend();
  engine.dispose();
  return { backend: name, report: [...report], draws: meters.draws };
}
