import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import { type BeamNode, type Decoding, EngineError } from '../../contract/index.ts';
import type { DecoderPass } from '../architectures/marian.ts';
import type { Run } from '../run.ts';
import { scopedKeeping } from '../scope.ts';
import { lineOf, readable, type Segment, segmentOf } from '../target.ts';
import { BeamSearch, type Open } from './beamSearch.ts';
import { issueBlock } from './greedy.ts';
import { type Writer, writtenFrom } from './written.ts';

/** A beginning that was read by the decoder to its last word, and what that left. */
interface Beginning extends Open {
  /** Its last word, and the beginning before it; null for the start mark alone. */
  readonly id: number | null;
  readonly before: Beginning | null;
  /** Its last row's numbers; the keys and values of all its rows. */
  readonly segment: Segment;
  readonly caches: readonly Tensor[];
}

type Next = BeamNode & { readonly place: number };

/** The start mark alone. */
async function begin(run: Run): Promise<Beginning> {
  const { caches } = await run.decodeAll([run.info.startId]);
  const segment = run.segments[0];
  if (!segment) throw new EngineError('backend', 'writeByBeam', 'rows', 'a pass read back', 'none');
  return { id: null, before: null, place: 0, score: 0, line: lineOf(segment, 0), segment, caches };
}

/** These beginnings with one word more, each read in a pass of one row; all are read from the device at once. */
async function goOn(
  run: Run,
  open: readonly Beginning[],
  nexts: readonly Next[],
  row: number,
): Promise<Beginning[]> {
  await run.breathe();
  const parents = nexts.map(({ parent }) => open.find(({ place }) => place === parent) as Beginning);
  // Only the outcome of a pass is kept: many beginnings at many steps would fill the memory.
  const passes = nexts.map(({ id }, i): DecoderPass => {
    const { caches } = parents[i] as Beginning;
    const decode = () => issueBlock(run, [id], row, caches);
    return scopedKeeping(decode, (pass) => [...pass.caches, ...readable(pass)]);
  });
  dispose(open.flatMap(({ caches }) => [...caches]));
  const data = await run.read(passes.flatMap(readable));
  const each = data.length / passes.length;
  return passes.map((pass, i) => {
    const { id, place, score } = nexts[i] as Next;
    const segment = segmentOf(pass, data.slice(i * each, (i + 1) * each), row, 1);
    dispose(readable(pass));
    const before = parents[i] as Beginning;
    return { id, before, place, score, line: lineOf(segment, 0), segment, caches: pass.caches };
  });
}

/** A beginning and those before it, the start mark alone first. */
function pathTo(last: Beginning): Beginning[] {
  const path: Beginning[] = [];
  for (let one: Beginning | null = last; one; one = one.before) path.unshift(one);
  return path;
}

/** Writes the target by beam search; the run's segments are then the rows of the one that was taken. */
export function writeByBeam({ width, temperature }: Decoding): Writer {
  return async (run) => {
    const search = new BeamSearch(run.rule, width, temperature);
    const rows: Beginning[][] = [[await begin(run)]];
    let open = rows[0] as Beginning[];
    for (let nexts = search.step(open); nexts.length > 0; nexts = search.step(open)) {
      open = await goOn(run, open, nexts, rows.length);
      rows.push(open);
    }
    const beam = search.tree();
    const [step, place] = beam.chosen;
    const taken = beam.steps[step]?.[place];
    // Its last word was read by nobody.
    const last = rows[step]?.find((one) => one.place === taken?.parent);
    if (!taken || !last) throw new EngineError('backend', 'writeByBeam', 'target', 'a finished one', 'none');
    const path = pathTo(last);
    run.segments.splice(0, run.segments.length, ...path.map((one) => one.segment));
    return { ...writtenFrom(run, [...path.flatMap(({ id }) => id ?? []), taken.id]), beam };
  };
}
