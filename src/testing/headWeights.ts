import {
  ATTENTION,
  type AttentionKind,
  type HeadWeights,
  type ModelInfo,
  type Parameters,
  siteOf,
} from '../contract/index.ts';

const BLOCK = { self: 'self_attn', cross: 'encoder_attn' } as const;

/** One head's maps out of an encoder-decoder's parameters, named by Hugging Face and kept by PyTorch as [Out, In]. */
export function headWeightsFrom(
  parameters: Parameters,
  info: ModelInfo,
  kind: AttentionKind,
  layer: number,
  head: number,
): HeadWeights {
  const { part, sub } = ATTENTION[kind];
  const prefix = `model.${part}.layers.${layer}.${BLOCK[sub]}`;
  const D = info.width;
  const Dh = siteOf(info, kind).headWidth;
  const at = (name: string): Float32Array => {
    const parameter = parameters.get(name);
    if (!parameter) throw new Error(`no parameter ${name}`);
    return parameter.data;
  };
  const map = (name: string) => {
    const weight = at(`${prefix}.${name}.weight`);
    return Float32Array.from({ length: D * Dh }, (_, i) => {
      const [m, e] = [Math.floor(i / Dh), i % Dh];
      return weight[(head * Dh + e) * D + m] ?? 0;
    });
  };
  const bias = (name: string) => at(`${prefix}.${name}.bias`).slice(head * Dh, (head + 1) * Dh);
  const out = at(`${prefix}.out_proj.weight`);
  return {
    q: map('q_proj'),
    k: map('k_proj'),
    v: map('v_proj'),
    o: Float32Array.from({ length: Dh * D }, (_, i) => out[(i % D) * D + head * Dh + Math.floor(i / D)] ?? 0),
    qBias: bias('q_proj'),
    kBias: bias('k_proj'),
    vBias: bias('v_proj'),
    oBias: at(`${prefix}.out_proj.bias`),
    normGain: at(`${prefix}_layer_norm.weight`),
    normBias: at(`${prefix}_layer_norm.bias`),
  };
}
