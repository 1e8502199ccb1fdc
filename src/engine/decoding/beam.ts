import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import { type BeamNode, type Decoding, EngineError } from '../../contract/index.ts';
import type { DecoderPass, LayerCache } from '../architectures/index.ts';
import type { ModelRun } from '../run/run.ts';
import { scoped, scopedKeeping } from '../run/scope.ts';
import { type DecodedRows, logitsRowOf, readable, segmentOf } from '../run/target.ts';
import { BeamSearch, type Open } from './beamSearch.ts';
import { issueBlock } from './greedy.ts';
import { type Writer, writtenFrom } from './writer.ts';

/** A beginning that was read by the decoder to its last word, and what that left. */
interface Beginning extends Open {
  /** Its last word, and the beginning before it; null for the start mark alone. */
  readonly id: number | null;
  readonly before: Beginning | null;
  /** Its last row's numbers; what later rows need of all its rows. */
  readonly segment: DecodedRows;
  readonly caches: readonly LayerCache[];
}

type Next = BeamNode & { readonly place: number };

/** What must be freed of caches: not what the engine keeps of whole passes. */
const ownOf = (caches: readonly LayerCache[]): Tensor[] =>
  caches
    .flatMap(({ qkv, selfHeads, crossHeads }) => [qkv, selfHeads ?? [], crossHeads ?? []].flat())
    .filter((tensor) => !tensor.kept);

/** The run's only segment. */
function wholeOf(run: ModelRun): DecodedRows {
  const segment = run.segments[0];
  if (!segment) throw new EngineError('backend', 'writeByBeam', 'rows', 'a pass read back', 'none');
  return segment;
}

/** The start mark alone. */
async function begin(run: ModelRun): Promise<Beginning> {
  const { caches } = await run.decodeAll([run.info.startId]);
  const segment = wholeOf(run);
  return { id: null, before: null, place: 0, score: 0, logitsRow: logitsRowOf(segment, 0), segment, caches };
}

const parentsOf = (nexts: readonly Next[], open: readonly Beginning[]): Beginning[] =>
  nexts.map(({ parent }) => open.find(({ place }) => place === parent) as Beginning);

/** A word more for each of these beginnings, read in a pass of one row; all are read from the device at once. */
async function extendBeams(
  run: ModelRun,
  open: readonly Beginning[],
  nexts: readonly Next[],
): Promise<Beginning[]> {
  const row = pathTo(open[0] ?? null).length;
  const parents = parentsOf(nexts, open);
  // Only the outcome of a pass is kept: many beginnings at many steps would fill the memory.
  const passes = nexts.map(({ id }, i): DecoderPass => {
    const decode = () => issueBlock(run, [id], row, parents[i]?.caches ?? []);
    return scopedKeeping(decode, (pass) => [...ownOf(pass.caches), ...readable(pass)]);
  });
  dispose(open.flatMap(({ caches }) => ownOf(caches)));
  const data = await run.read(passes.flatMap(readable));
  const each = data.length / passes.length;
  return passes.map((pass, i) => {
    const segment = segmentOf(pass, data.slice(i * each, (i + 1) * each), row, 1);
    dispose(readable(pass));
    const { id, place, score } = nexts[i] as Next;
    const before = parents[i] as Beginning;
    return { id, before, place, score, logitsRow: logitsRowOf(segment, 0), segment, caches: pass.caches };
  });
}

/** The same where the decoder looks ahead: every beginning goes through it whole, as in ahead.ts. */
async function extendAhead(
  run: ModelRun,
  open: readonly Beginning[],
  nexts: readonly Next[],
): Promise<Beginning[]> {
  const parents = parentsOf(nexts, open);
  const beginnings: Beginning[] = [];
  for (const [i, { id, place, score }] of nexts.entries()) {
    const before = parents[i] as Beginning;
    const inputs = [run.info.startId, ...idsOf(before), id];
    await scoped(() => run.decodeAll(inputs));
    const segment = wholeOf(run);
    const logitsRow = logitsRowOf(segment, inputs.length - 1);
    beginnings.push({ id, before, place, score, logitsRow, segment, caches: [] });
    run.steps += 1;
  }
  return beginnings;
}

/** A beginning and those before it, the start mark alone first. */
function pathTo(last: Beginning | null): Beginning[] {
  const path: Beginning[] = [];
  for (let one = last; one; one = one.before) path.unshift(one);
  return path;
}

const idsOf = (last: Beginning): number[] => pathTo(last).flatMap(({ id }) => id ?? []);

/** Leaves in the run the rows of this beginning, as the decoder read them. */
async function leaveRows(run: ModelRun, last: Beginning): Promise<void> {
  if (run.plans.looksAhead) await run.decodeAll([run.info.startId, ...idsOf(last)]);
  else run.segments.splice(0, run.segments.length, ...pathTo(last).map(({ segment }) => segment));
}

/** Writes the target by beam search. */
export function writeByBeam({ width, temperature }: Decoding): Writer {
  return async (run) => {
    const search = new BeamSearch(run.rule, width, temperature);
    const rows: Beginning[][] = [];
    let open = [await begin(run)];
    for (;;) {
      rows.push(open);
      const nexts = search.step(open);
      if (nexts.length === 0) break;
      await run.breathe();
      open = await (run.plans.looksAhead ? extendAhead : extendBeams)(run, open, nexts);
    }
    const beam = search.tree();
    const [step, place] = beam.chosen;
    const taken = beam.steps[step]?.[place];
    // Its last word was read by nobody.
    const last = rows[step]?.find((one) => one.place === taken?.parent);
    if (!taken || !last) throw new EngineError('backend', 'writeByBeam', 'target', 'a finished one', 'none');
    await leaveRows(run, last);
    return { ...writtenFrom(run, [...idsOf(last), taken.id]), beam };
  };
}
