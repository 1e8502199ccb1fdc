import {
  type AttentionKind,
  attentionStage,
  type Frame,
  type Intervention,
  type RunRequest,
  type RunResult,
} from '../../contract/index.ts';
import { OPEN } from '../changes/plan.ts';
import { Plans } from '../changes/plans.ts';
import { runModel } from '../run/generate.ts';
import { PassCache } from '../run/passCache.ts';
import { headLaws } from './headLaws.ts';
import { type Input, idsOf, type Law, largestDifference, runDifference, type TestSession } from './law.ts';

/* What holds for changes of any model, on every backend. */

const given = ({ info }: TestSession, input: Input, over: Partial<RunRequest> = {}): RunRequest => ({
  source: idsOf(input.source, info),
  target: idsOf(input.target, info),
  stages: [],
  changes: input.changes,
  ...over,
});

/** Without changes, and with changes that say what is so anyway, bit by bit. */
async function nothingChanged(session: TestSession, input: Input): Promise<number> {
  const all = { layer: null, heads: null };
  const idle: Intervention[] = [
    { type: 'scale', kind: 'encoder', ...all, factor: 1 },
    { type: 'mask', kind: 'decoder', ...all, mask: 'causal', size: 1 },
    { type: 'mask', kind: 'cross', ...all, mask: 'window', size: 99 },
    { type: 'off', kind: 'encoder', layer: 99, heads: null, way: 'zero' },
    { type: 'positions', part: 'encoder', way: 'shifted', by: 0, seed: 0 },
  ];
  const { changes: _, ...plain } = given(session, input, { stages: ['logits'] });
  const baseline = await runModel(session, plain, []);
  const empty = await runModel(session, { ...plain, changes: [] }, []);
  const without = await runModel(session, { ...plain, changes: idle }, []);
  return Math.max(runDifference(baseline, empty), runDifference(baseline, without));
}

const patternsOf = (result: RunResult): Frame[] =>
  [...result.frames.values()].filter((frame) => frame.name.endsWith('.pattern'));

/** Where a pattern of this kind and layer is, with the cells that hold there. */
function openCells(
  session: TestSession,
  input: Input,
  kind: AttentionKind,
  layer: number,
  frame: Frame,
): boolean[] {
  const [heads = 0, rows = 0, keys = 0] = frame.shape;
  const plan = new Plans(input.changes, session.info).attention(kind, layer, { queryStart: 0, rows, keys });
  return Array.from({ length: heads * rows * keys }, (_, i) => (plan ? plan.cells[i] === OPEN : true));
}

/**
 * What is forbidden or set to 0 has a weight of exactly 0. (That rows sum to what is left, each run checks by
 * itself.)
 */
async function forbiddenCells(session: TestSession, input: Input): Promise<number> {
  const { frames } = await runModel(session, given(session, input), []);
  let worst = 0;
  for (const { kind, layers } of session.info.sites) {
    for (let layer = 0; layer < layers; layer++) {
      const frame = frames.get(attentionStage(kind, layer, 'pattern'));
      if (!frame) return Number.POSITIVE_INFINITY;
      openCells(session, input, kind, layer, frame).forEach((open, i) => {
        const weight = frame.data[i] as number;
        if (!open || !(weight >= 0)) worst = Math.max(worst, Math.abs(weight));
      });
    }
  }
  return worst;
}

/**
 * Cells forbidden before the softmax, in all encoder heads of layer 0, against the same set to 0 after it and each
 * row renormalised.
 */
async function renormalising(session: TestSession, input: Input): Promise<number> {
  const cells = input.order
    .slice(0, 8)
    .map((n, i) => ({ query: n % 20, key: (input.order[i + 8] ?? 0) % 20 }));
  const forbid = (mode: 'before' | 'after'): Intervention => ({
    type: 'forbid',
    mode,
    kind: 'encoder',
    layer: 0,
    heads: null,
    cells,
  });
  const patternWith = async (mode: 'before' | 'after') => {
    const result = await runModel(session, given(session, input, { changes: [forbid(mode)] }), []);
    return patternsOf(result)[0] as Frame;
  };
  const [before, after] = [await patternWith('before'), await patternWith('after')];
  const keys = before.shape[2] as number;
  const expected = after.data.map((weight, i) => {
    const row = after.data.subarray(i - (i % keys), i - (i % keys) + keys);
    const sum = row.reduce((total, each) => total + each, 0);
    return sum > 0 ? weight / sum : 0;
  });
  return largestDifference(expected, before.data);
}

/** Rounding may turn a choice over whose runner-up is as likely. */
const TIE = 1e-4;

function isTie(a: RunResult, b: RunResult): boolean {
  const at = a.steps.findIndex((step, i) => step.id !== b.steps[i]?.id);
  const [first, second] = b.steps[at]?.best ?? [];
  return first !== undefined && second !== undefined && 1 - second.probability / first.probability < TIE;
}

/** Words drafted and verified against words written one by one; the model's own and changed. */
async function drafting(session: TestSession, input: Input): Promise<number> {
  const request = given(session, input, { target: null });
  const plain = await runModel(session, request, []);
  const right = plain.decoderInput.slice(1);
  let worst = 0;
  // Its own words, with one exchanged, and any others.
  const exchanged = right.map((id, i) => (i === right.length >> 1 ? (id + 1) % session.info.vocabulary : id));
  for (const draft of [right, exchanged, idsOf(input.target, session.info)]) {
    const drafted = await runModel(session, request, draft);
    if (!isTie(drafted, plain)) worst = Math.max(worst, runDifference(drafted, plain));
  }
  return worst;
}

/** What was written step by step, with keys and values kept, against the same target read in one pass. */
async function reading(session: TestSession, input: Input): Promise<number> {
  const written = await runModel(session, given(session, input, { target: null }), []);
  const target = written.decoderInput.slice(1);
  const read = await runModel(session, given(session, input, { target }), []);
  // The word after the last one is the end mark where a target is given.
  const steps = (run: RunResult) => run.steps.slice(0, target.length);
  return runDifference({ ...written, steps: steps(written) }, { ...read, steps: steps(read) });
}

/** A session that remembers, going to and fro between changed and unchanged, against one that computes all anew. */
async function remembering(session: TestSession, input: Input): Promise<number> {
  const cache = new PassCache();
  let worst = 0;
  try {
    const stages = ['logits', 'encoder.0.self.headOutput', 'decoder.0.input'] as const;
    const some: readonly (readonly [readonly Intervention[], Partial<RunRequest>])[] = [
      [[], {}],
      [input.changes, {}],
      [[], { stages }],
      [[...input.changes, ...input.others], {}],
      [input.changes, { stages }],
      [input.others, { target: null }],
      [[], { target: null }],
      [input.others, {}],
    ];
    for (const [changes, over] of some) {
      const request = given(session, input, { ...over, changes });
      const [quick, whole] = [
        await runModel({ ...session, cache }, request, []),
        await runModel(session, request, []),
      ];
      worst = Math.max(worst, runDifference(quick, whole));
    }
  } finally {
    cache.dispose();
  }
  return worst;
}

export const CHANGE_LAWS: readonly Law[] = [
  { name: 'no changes, and idle ones, equal the baseline bit by bit', worst: nothingChanged, limit: 0 },
  { name: 'what is forbidden has a weight of 0', worst: forbiddenCells, limit: 0 },
  {
    name: 'forbidding before the softmax is zeroing after it and renormalising',
    worst: renormalising,
    limit: 1e-5,
  },
  { name: 'with changes a draft changes no word', worst: drafting, limit: 1e-4 },
  { name: 'with changes a written target reads the same in one pass', worst: reading, limit: 1e-4 },
  { name: 'layers taken over are the layers computed, bit by bit', worst: remembering, limit: 0 },
  ...headLaws,
];
