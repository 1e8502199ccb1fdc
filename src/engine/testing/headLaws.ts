import {
  type AttentionKind,
  attentionStage,
  type Frame,
  type HeadAt,
  isWriting,
  type OffWay,
  type Site,
} from '../../contract/index.ts';
import { architectureOf } from '../architectures/index.ts';
import { runModel } from '../run/generate.ts';
import { type Input, idsOf, type Law, type TestSession } from './law.ts';

/** Any head of the model, by the input's numbers. */
function headOf({ info }: TestSession, { order }: Input): HeadAt {
  const [a = 0, b = 0, c = 0] = order;
  const { kind, layers, heads } = info.sites[a % info.sites.length] as Site;
  return { kind, layer: b % layers, head: c % heads };
}

/** What a head that is off gives at a row, by the head's own outputs [T, Dh]. */
function insteadOf(
  way: OffWay,
  own: readonly (readonly number[])[],
  row: number,
  kind: AttentionKind,
): number[] {
  const rows = way === 'zero' ? [] : isWriting(kind) ? own.slice(0, row + 1) : own;
  return (own[0] ?? []).map(
    (_, d) => rows.reduce((sum, each) => sum + (each[d] ?? 0), 0) / Math.max(1, rows.length),
  );
}

/**
 * A head switched off by zero or by its mean: the sub-layer's output is the unchanged one, less the head's term of
 * W^O's sum, plus that of what it gives instead. Differences count against numbers larger than 1.
 */
const switchingOff = (way: 'zero' | 'mean') => async (session: TestSession, input: Input) => {
  const { kind, layer, head } = headOf(session, input);
  const [headOutput, attentionOutput] = [
    attentionStage(kind, layer, 'headOutput'),
    attentionStage(kind, layer, 'attentionOutput'),
  ];
  const request = {
    source: idsOf(input.source, session.info),
    target: idsOf(input.target, session.info),
    stages: [headOutput, attentionOutput],
  };
  const before = await runModel(session, request, []);
  const off = { type: 'off', kind, layer, heads: [head], way } as const;
  const after = await runModel(session, { ...request, changes: [off] }, []);
  const [, rows = 0, headWidth = 0] = (before.frames.get(headOutput) as Frame).shape;
  const own = Array.from({ length: rows }, (_, t) => {
    const { data } = before.frames.get(headOutput) as Frame;
    return [...data.subarray((head * rows + t) * headWidth, (head * rows + t + 1) * headWidth)];
  });
  const { info, parameters } = session;
  const { o } = architectureOf(info).headWeights(parameters, info, kind, layer, head);
  const { width } = info;
  const [was, is] = [before, after].map((run) => (run.frames.get(attentionOutput) as Frame).data);
  let worst = 0;
  for (let t = 0; t < rows; t++) {
    const instead = insteadOf(way, own, t, kind);
    for (let c = 0; c < width; c++) {
      let term = 0;
      for (let d = 0; d < headWidth; d++)
        term += ((own[t]?.[d] ?? 0) - (instead[d] ?? 0)) * (o[d * width + c] ?? 0);
      const [expected, got] = [(was?.[t * width + c] ?? 0) - term, is?.[t * width + c] ?? Number.NaN];
      const off = Math.abs(expected - got) / Math.max(1, Math.abs(expected));
      worst = Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(worst, off);
    }
  }
  return worst;
};

/** With its whole attention on the first token, every row of a head gives that token's value. */
async function onFirst(session: TestSession, input: Input): Promise<number> {
  const { kind, layer, head } = headOf(session, input);
  const [headOutput, v] = [attentionStage(kind, layer, 'headOutput'), attentionStage(kind, layer, 'v')];
  const request = {
    source: idsOf(input.source, session.info),
    target: idsOf(input.target, session.info),
    stages: [headOutput, v],
    changes: [{ type: 'off', kind, layer, heads: [head], way: 'first' } as const],
  };
  const { frames } = await runModel(session, request, []);
  const [given, values] = [frames.get(headOutput) as Frame, frames.get(v) as Frame];
  const [, rows = 0, headWidth = 0] = given.shape;
  const first = values.data.subarray(head * (values.shape[1] ?? 0) * headWidth);
  let worst = 0;
  for (let i = 0; i < rows * headWidth; i++) {
    const got = given.data[head * rows * headWidth + i] ?? Number.NaN;
    worst = Math.max(worst, Math.abs(got - (first[i % headWidth] ?? 0)));
  }
  return worst;
}

export const headLaws: readonly Law[] = [
  { name: 'a head switched off takes its term from W^O’s sum', worst: switchingOff('zero'), limit: 1e-4 },
  { name: 'a head that gives its mean gives that to W^O’s sum', worst: switchingOff('mean'), limit: 1e-4 },
  { name: 'a head on the first token gives its value', worst: onFirst, limit: 1e-6 },
];
