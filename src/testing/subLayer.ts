import {
  ATTENTION,
  type AttentionKind,
  attentionStage,
  type Frame,
  type HeadWeights,
  type Intervention,
  isSelf,
  isWriting,
  makeFrame,
  OWN_KIND,
  type StageName,
} from '../contract/index.ts';

type Rows = readonly (readonly number[])[];

/** One attention sub-layer, to be computed the plain way. */
export interface SubLayer {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly encoderLayers: number;
  /** [T, D] */
  readonly queries: Rows;
  /** [S, D]; of self-attention the same rows. */
  readonly keys: Rows;
  /** H of them. */
  readonly heads: readonly HeadWeights[];
  readonly changes: readonly Intervention[];
}

interface HeadDone {
  readonly q: Rows;
  readonly k: Rows;
  readonly v: Rows;
  readonly scores: Rows;
  readonly pattern: Rows;
  readonly output: Rows;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((x, i) => x * (b[i] ?? 0)));

/** rows [n, In] times a map [In, Out], plus a bias [Out]. */
function times(rows: Rows, map: Float32Array, bias: ArrayLike<number>): Rows {
  return rows.map((row) =>
    Array.from(bias, (b, column) => b + sum(row.map((x, i) => x * (map[i * bias.length + column] ?? 0)))),
  );
}

const concerns = (change: Intervention, { kind, layer }: SubLayer, head: number): boolean =>
  change.type !== 'positions' &&
  change.kind === kind &&
  (change.layer ?? layer) === layer &&
  (change.heads === null || change.heads.includes(head));

/** `x` where −∞, `0` where set to 0 afterwards, else `.`. */
function cellsOf(layer: SubLayer, changes: readonly Intervention[]): string[][] {
  const size = { padding: Infinity, window: Infinity, block: Infinity };
  let { causal } = ATTENTION[layer.kind];
  for (const change of changes) {
    if (change.type !== 'mask') continue;
    if (change.mask === 'none') {
      causal = false;
      Object.assign(size, { padding: Infinity, window: Infinity, block: Infinity });
    } else if (change.mask === 'causal') causal = true;
    else size[change.mask] = change.size;
  }
  const blockOf = (at: number) => (size.block === Infinity ? 0 : Math.floor(at / size.block));
  const cells = layer.queries.map((_, t) =>
    layer.keys.map((_, s): string => {
      const shut = (causal && s > t) || s >= size.padding || Math.abs(s - t) > size.window;
      return shut || blockOf(s) !== blockOf(t) ? 'x' : '.';
    }),
  );
  for (const change of changes) {
    if (change.type !== 'forbid') continue;
    for (const { query, key } of change.cells) {
      cells.forEach((row, t) => {
        row.forEach((cell, s) => {
          if ((query ?? t) === t && (key ?? s) === s && cell !== 'x')
            row[s] = change.mode === 'before' ? 'x' : '0';
        });
      });
    }
  }
  return cells;
}

function softmax(scores: readonly number[], cells: readonly string[]): readonly number[] {
  const open = scores.map((score, s) => (cells[s] === 'x' ? -Infinity : score));
  const most = Math.max(...open);
  const exps = open.map((score) => (score === -Infinity ? 0 : Math.exp(score - most)));
  const whole = sum(exps);
  return exps.map((exp, s) => (whole === 0 || cells[s] === '0' ? 0 : exp / whole));
}

function head(layer: SubLayer, weights: HeadWeights, index: number): HeadDone {
  const changes = layer.changes.filter((change) => concerns(change, layer, index));
  const q = times(layer.queries, weights.q, weights.qBias);
  const k = times(layer.keys, weights.k, weights.kBias);
  const v = times(layer.keys, weights.v, weights.vBias);
  const own = 1 / Math.sqrt(weights.qBias.length);
  const scale = changes.findLast((change) => change.type === 'scale');
  const factor = !scale ? own : scale.factor === null ? 1 : scale.factor * own;
  const scores = q.map((x) => k.map((y) => dot(x, y) * factor));
  const cells = cellsOf(layer, changes);
  const way = changes.findLast((change) => change.type === 'off')?.way ?? null;
  const first = layer.keys.map((_, s) => (s === 0 ? 1 : 0));
  const pattern = scores.map((row, t) => (way === 'first' ? first : softmax(row, cells[t] ?? [])));
  const heard = pattern.map((row) =>
    (v[0] ?? []).map((_, e) => sum(row.map((w, s) => w * (v[s]?.[e] ?? 0)))),
  );
  const output = heard.map((row, t) => {
    if (way === 'zero') return row.map(() => 0);
    if (way !== 'mean') return row;
    const over = isWriting(layer.kind) ? heard.slice(0, t + 1) : heard;
    return row.map((_, e) => sum(over.map((one) => one[e] ?? 0)) / over.length);
  });
  return { q, k, v, scores, pattern, output };
}

function addNorm(rows: Rows, to: Rows, { normGain, normBias }: HeadWeights): Rows {
  return rows.map((row, t) => {
    const added = row.map((x, m) => x + (to[t]?.[m] ?? 0));
    const mean = sum(added) / added.length;
    const variance = sum(added.map((x) => (x - mean) ** 2)) / added.length;
    return added.map(
      (x, m) => ((x - mean) / Math.sqrt(variance + 1e-5)) * (normGain[m] ?? 0) + (normBias[m] ?? 0),
    );
  });
}

/** Frames of a sub-layer, in double precision and with no eye to speed; its changes as `Intervention` says. */
export function subLayerFrames(layer: SubLayer): ReadonlyMap<StageName, Frame> {
  const done = layer.heads.map((weights, index) => head(layer, weights, index));
  const [first] = layer.heads;
  if (!first) return new Map();
  const bias = first.oBias;
  const parts = layer.heads.map((weights, h) =>
    times(done[h]?.output ?? [], weights.o, new Float32Array(bias.length)),
  );
  const output = layer.queries.map((_, t) =>
    Array.from(bias, (b, m) => b + sum(parts.map((part) => part[t]?.[m] ?? 0))),
  );
  const frames = new Map<StageName, Frame>();
  const put = (name: StageName, blocks: readonly Rows[], isHeads: boolean) => {
    const shape = [blocks[0]?.length ?? 0, blocks[0]?.[0]?.length ?? 0];
    const data = Float32Array.from(blocks.flat(2));
    frames.set(name, makeFrame(name, isHeads ? [blocks.length, ...shape] : shape, data));
  };
  const { kind, layer: n } = layer;
  const { part, queries, keys } = ATTENTION[kind];
  const lower = attentionStage(OWN_KIND[queries], n, 'afterAttention');
  put(isSelf(kind) ? `${part}.${n}.input` : lower, [layer.queries], false);
  const other = ATTENTION[OWN_KIND[keys]].part;
  if (!isSelf(kind)) put(`${other}.${layer.encoderLayers - 1}.output`, [layer.keys], false);
  for (const stage of ['q', 'k', 'v', 'scores', 'pattern'] as const)
    put(
      attentionStage(kind, n, stage),
      done.map((one) => one[stage]),
      true,
    );
  put(
    attentionStage(kind, n, 'headOutput'),
    done.map((one) => one.output),
    true,
  );
  put(attentionStage(kind, n, 'attentionOutput'), [output], false);
  put(attentionStage(kind, n, 'afterAttention'), [addNorm(output, layer.queries, first)], false);
  return frames;
}
