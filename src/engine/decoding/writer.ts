import type { BeamTree } from '../../contract/index.ts';
import type { ModelRun } from '../run/run.ts';

/** What a way of decoding leaves, besides the segments and Frames it leaves in the run. */
export interface Written {
  /** What the decoder read, the start mark first. */
  readonly decoderInput: readonly number[];
  /** What stands after each row. */
  readonly ids: readonly number[];
  readonly ended: boolean;
  /** Words taken over from the draft. */
  readonly draftAccepted: number;
  /** Of beam search. */
  readonly beam: BeamTree | null;
}

/**
 * A way of coming by the target, once the run has encoded its source. Afterwards the run's segments are those of
 * `decoderInput`, row by row, each once.
 * @param draft the last translation's ids, without marks
 */
export type Writer = (run: ModelRun, draft: readonly number[]) => Promise<Written>;

/** A target as it was written. @param ids the end mark included, unless the limit cut it */
export function writtenFrom(run: ModelRun, ids: readonly number[], draftAccepted = 0): Written {
  const { startId, endId } = run.info;
  return {
    decoderInput: [startId, ...ids.slice(0, -1)],
    ids,
    ended: ids[ids.length - 1] === endId,
    draftAccepted,
    beam: null,
  };
}
