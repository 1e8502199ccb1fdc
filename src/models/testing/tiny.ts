import {
  attentionStage,
  axesOf,
  type Frame,
  makeFrame,
  type Picture,
  type StageName,
  sitesOf,
  type Token,
  UNCHANGED,
} from '../../contract/index.ts';

/** config.json of a model of 1 + 2 layers, 2 and 3 heads. */
export const tinyConfig = {
  model_type: 'marian',
  d_model: 6,
  vocab_size: 20,
  max_position_embeddings: 16,
  encoder_layers: 1,
  encoder_attention_heads: 2,
  encoder_ffn_dim: 8,
  decoder_layers: 2,
  decoder_attention_heads: 3,
  decoder_ffn_dim: 8,
  activation_function: 'relu',
  decoder_start_token_id: 0,
  eos_token_id: 1,
  pad_token_id: 0,
};

const token = (id: number, word: number, role: Token['role'] = 'text'): Token => ({
  id,
  text: `w${id}`,
  start: word * 2,
  end: word * 2 + (role === 'text' ? 1 : 0),
  word,
  role,
});

/** A picture of that model: 4 source tokens, 3 target tokens, every pattern, and one stage more. */
export function tinyPicture(): Picture {
  const source = [token(5, 0), token(6, 1), token(7, 2), token(1, 3, 'end')];
  const target = [token(0, 0, 'start'), token(8, 1), token(9, 2)];
  const frames = new Map<StageName, Frame>();
  const stacks = { encoder: { layers: 1, heads: 2 }, decoder: { layers: 2, heads: 3 }, width: 6 };
  for (const { kind, layers, heads } of sitesOf(stacks)) {
    const axes = axesOf(kind, { source: source.length, target: target.length });
    const [rows, columns] = [axes.queries, axes.keys];
    for (let layer = 0; layer < layers; layer++) {
      const name = attentionStage(kind, layer, 'pattern');
      const data = new Float32Array(heads * rows * columns).map((_, i) => (i % 7) / 7);
      frames.set(name, makeFrame(name, [heads, rows, columns], data));
    }
  }
  frames.set('encoder.0.input', makeFrame('encoder.0.input', [4, 6], new Float32Array(24)));
  const steps = [token(8, 1), token(9, 2), token(1, 3, 'end')].map((next) => ({
    token: next,
    probability: 0.75,
    best: [{ id: next.id, text: next.text, probability: 0.75 }],
  }));
  return {
    text: 'a b c',
    targetText: null,
    source,
    target,
    steps,
    translation: 'd e',
    ended: true,
    leftOut: 0,
    targetLeftOut: 0,
    frames,
    timings: { tokensMs: 1, encoderMs: 2, decoderMs: 3, readbackMs: 1, totalMs: 6 },
    counts: { draftAccepted: 0, steps: 3, passes: 4, reads: 1, programs: 0, encoderLayers: 0 },
    ...UNCHANGED,
    beam: null,
    before: null,
    stored: false,
  };
}
