import { EngineError } from '../../contract/index.ts';
import type { DecoderPass, LayerCache } from '../architectures/index.ts';
import type { ModelRun } from '../run/run.ts';
import { type DecodedRows, logitsRowOf, readable, segmentsOf } from '../run/target.ts';
import { type Guess, Guesser } from './guesser.ts';
import { type Writer, writtenFrom } from './writer.ts';

const NO_GUESS: Guess = { ids: [], from: 0 };

/** Rows a cache grows by when it is full, so that it is not copied at every step. */
const GROWTH = 16;

/**
 * Greedy decoding with the last translation as a draft: one parallel pass tells for each of its rows what greedy
 * decoding would write there; up to the first difference the rows are right, from there on it is decoded step by
 * step. Sampling goes the same way by another rule, whose dice lie ready for every row.
 */
export const writeGreedily: Writer = async (run, draft) => {
  const { info, rule } = run;
  const inputs = [info.startId, ...draft.slice(0, info.maxTargetLength - 1)];
  const pass = await run.decodeAll(inputs);
  const segment = run.segments[0];
  if (!segment) throw new EngineError('backend', 'write', 'rows', 'a pass read back', 'none');
  let row = 0;
  let next = rule.next(logitsRowOf(segment, 0), 0);
  while (!rule.ends(next, row) && next === inputs[row + 1]) {
    row += 1;
    next = rule.next(logitsRowOf(segment, row), row);
  }
  segment.rows = row + 1;
  const accepted = inputs.slice(1, row + 1);
  const { written, guessed } = await decodeOn(run, next, row + 1, pass, {
    guesser: new Guesser(draft),
    at: row,
  });
  return writtenFrom(run, [...accepted, ...written], accepted.length + guessed);
};

/**
 * From `token` at position `start` on, until the target ends: step by step, or with words guessed from the old
 * translation several rows at once.
 * @param guesser its words, and `at`: where it differs
 * @returns the ids written, `token` first, and how many of them were guessed
 */
async function decodeOn(
  run: ModelRun,
  token: number,
  start: number,
  from: DecoderPass,
  old: { readonly guesser: Guesser; readonly at: number },
): Promise<{ written: number[]; guessed: number }> {
  const { rule } = run;
  const written = [token];
  let [caches, at, guessed] = [from.caches, old.at, 0];
  const last = (): number => written[written.length - 1] as number;
  while (!rule.ends(last(), start + written.length - 2)) {
    await run.breathe();
    const row = start + written.length - 1;
    const guess = run.device.stepsPerRead > 1 ? NO_GUESS : fitting(run, old.guesser.after(last(), at), row);
    const inputs = [last(), ...guess.ids];
    const chunk =
      inputs.length > 1 ? [issueBlock(run, inputs, row, caches)] : issueSteps(run, last(), row, caches);
    const data = await run.read(chunk.flatMap(readable));
    const segments = segmentsOf(chunk, data, row, inputs.length);
    for (const [i, segment] of segments.entries()) {
      const news = verify(run, segment, inputs);
      written.push(...news);
      caches = (chunk[i] as DecoderPass).caches;
      if (rule.ends(last(), start + written.length - 2)) break;
    }
    const right = inputs.length > 1 ? (segments[0] as DecodedRows).rows - 1 : 0;
    if (inputs.length > 1) old.guesser.learn(right);
    at = guess.from + right;
    guessed += right;
  }
  return { written, guessed };
}

/**
 * The ids that follow a segment's rows, up to the first that differs from its next input. Rows after that do not
 * count.
 */
function verify(run: ModelRun, segment: DecodedRows, inputs: readonly number[]): number[] {
  const news: number[] = [];
  for (let row = 0; row < segment.rows; row++) {
    const next = run.rule.next(logitsRowOf(segment, row), segment.start + row);
    news.push(next);
    if (next === inputs[row + 1] && !run.rule.ends(next, segment.start + row)) continue;
    segment.rows = row + 1;
  }
  run.segments.push(segment);
  return news;
}

/** A guess cut to the length limit. */
function fitting(run: ModelRun, guess: Guess, row: number): Guess {
  return { ...guess, ids: guess.ids.slice(0, Math.max(0, run.info.maxTargetLength - row - 1)) };
}

const capacityOf = (caches: readonly LayerCache[]): number => caches[0]?.qkv.shape[1] ?? 0;

/** Several rows in one pass, the first ids certain, the others guessed. */
export function issueBlock(
  run: ModelRun,
  inputs: readonly number[],
  start: number,
  caches: readonly LayerCache[],
): DecoderPass {
  const rows = inputs.length;
  const oldCapacity = capacityOf(caches);
  const capacity = start + rows <= oldCapacity ? oldCapacity : oldCapacity + GROWTH;
  return run.step({ ids: run.ids(inputs, rows), start, rows, caches, capacity });
}

/** Steps on the device without a read between them: each step's arg-max is the next one's input. */
export function issueSteps(
  run: ModelRun,
  token: number,
  start: number,
  from: readonly LayerCache[],
): DecoderPass[] {
  const passes: DecoderPass[] = [];
  let ids = run.ids([token], 1);
  let caches = from;
  const room = run.info.maxTargetLength - start;
  const count = run.rule.isGreedy ? Math.min(run.device.stepsPerRead, Math.max(1, room)) : 1;
  for (let i = 0; i < count; i++) {
    const oldCapacity = capacityOf(caches);
    const capacity = start + i < oldCapacity ? oldCapacity : oldCapacity + GROWTH;
    const pass = run.step({ ids, start: start + i, rows: 1, caches, capacity });
    passes.push(pass);
    caches = pass.caches;
    if (i + 1 < count) ids = run.likeliest(pass.logits);
  }
  return passes;
}
