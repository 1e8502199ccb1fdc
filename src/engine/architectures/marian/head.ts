import {
  ATTENTION,
  type AttentionKind,
  checkHead,
  EngineError,
  type HeadWeights,
  type ModelInfo,
  type Parameter,
  type Parameters,
  siteOf,
} from '../../../contract/index.ts';

/** What Hugging Face calls the sub-layers. */
const BLOCK = { self: 'self_attn', cross: 'encoder_attn' } as const;

/** Rows `from` … `to` of a PyTorch Linear [Out, In], turned into columns: [In, to − from]. */
function columnsOf({ shape, data }: Parameter, from: number, to: number): Float32Array {
  const width = shape[1] ?? 0;
  const out = new Float32Array(width * (to - from));
  for (let row = from; row < to; row++) {
    for (let c = 0; c < width; c++) out[c * (to - from) + row - from] = data[row * width + c] as number;
  }
  return out;
}

/** Columns `from` … `to` of a PyTorch Linear [Out, In], turned into rows: [to − from, Out]. */
function rowsOf({ shape, data }: Parameter, from: number, to: number): Float32Array {
  const [rows = 0, width = 0] = shape;
  const out = new Float32Array((to - from) * rows);
  for (let c = from; c < to; c++) {
    for (let row = 0; row < rows; row++) out[(c - from) * rows + row] = data[row * width + c] as number;
  }
  return out;
}

/**
 * One head's own part of its sub-layer's maps, cut out of the model's parameters. Hugging Face keeps W^q, W^k and W^v
 * whole, a head's rows together, and its rows of W^O as columns.
 * @throws EngineError `bad-request` for a head the model does not have
 */
export function headWeightsOf(
  parameters: Parameters,
  info: ModelInfo,
  kind: AttentionKind,
  layer: number,
  head: number,
): HeadWeights {
  checkHead('headWeights', info, kind, layer, head);
  const { part, sub } = ATTENTION[kind];
  const attention = `model.${part}.layers.${layer}.${BLOCK[sub]}`;
  const get = (name: string): Parameter => {
    const parameter = parameters.get(`${attention}${name}`);
    if (!parameter)
      throw new EngineError('shape', 'headWeights', `${attention}${name}`, 'a parameter', 'none');
    return parameter;
  };
  const { headWidth } = siteOf(info, kind);
  const [from, to] = [head * headWidth, (head + 1) * headWidth];
  const into = (letter: string) => ({
    weight: columnsOf(get(`.${letter}_proj.weight`), from, to),
    bias: get(`.${letter}_proj.bias`).data.slice(from, to),
  });
  const [q, k, v] = [into('q'), into('k'), into('v')];
  return {
    q: q.weight,
    k: k.weight,
    v: v.weight,
    o: rowsOf(get('.out_proj.weight'), from, to),
    qBias: q.bias,
    kBias: k.bias,
    vBias: v.bias,
    oBias: get('.out_proj.bias').data.slice(),
    normGain: get('_layer_norm.weight').data.slice(),
    normBias: get('_layer_norm.bias').data.slice(),
  };
}
