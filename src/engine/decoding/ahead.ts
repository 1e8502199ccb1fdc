import { EngineError } from '../../contract/index.ts';
import { logitsRowOf } from '../run/target.ts';
import { type Writer, writtenFrom } from './writer.ts';

/**
 * Greedy decoding where the decoder looks ahead: each new word changes what all earlier rows read, so that neither
 * keys and values nor a draft can be kept. Word by word the whole target so far goes through the decoder, and its
 * last row says the next word, seeing nothing that comes later, since there is nothing yet. The last of these passes
 * has read the whole target: its patterns and steps are the run's, and in them earlier rows see later words. So a
 * step's word need not be the likeliest after its row.
 */
export const writeAhead: Writer = async (run) => {
  const { info, rule } = run;
  const ids: number[] = [];
  for (;;) {
    await run.breathe();
    await run.decodeAll([info.startId, ...ids]);
    const segment = run.segments[0];
    if (!segment) throw new EngineError('backend', 'writeAhead', 'rows', 'a pass read back', 'none');
    const row = ids.length;
    if (row > 0) run.steps += 1;
    ids.push(rule.next(logitsRowOf(segment, row), row));
    if (rule.ends(ids[row] as number, row)) return writtenFrom(run, ids);
  }
};
