import type { Writer } from './writer.ts';

/** The person's target: one pass. After its last word the end mark stands. */
export function readTarget(target: readonly number[]): Writer {
  return async (run) => {
    const decoderInput = [run.info.startId, ...target];
    await run.decodeAll(decoderInput);
    const ids = [...target, run.info.endId];
    return { decoderInput, ids, ended: true, draftAccepted: 0, beam: null };
  };
}
