import type { RunRequest } from '../../contract/index.ts';
import { issueSteps } from '../decoding/greedy.ts';
import { gather } from '../kernels/embedding/gatherWebgl.ts';
import { type BackendSession, ModelRun } from './run.ts';
import { readable } from './target.ts';

/**
 * Starts whatever programs a greedy run of this request starts, and reads nothing: for `compileAhead`. Programs serve
 * all lengths, so one word is as good as many.
 */
export function rehearse(session: BackendSession, request: RunRequest): void {
  const { startId } = session.info;
  const run = new ModelRun({ ...session, cache: null }, request, undefined);
  run.encode();
  const pass = run.wholePass([startId]);
  gather(run.toRead(pass));
  const steps = issueSteps(run, startId, 1, pass.caches);
  gather(steps.flatMap(readable));
}
