import type { Architecture, LoadedModel, PassContext } from '../architecture.ts';
import { headWeightsOf } from './head.ts';
import { decode, encode, readSource } from './marian.ts';
import { loadMarian, type MarianWeights } from './weights.ts';

const encoderMaps = ({ encoder, decoder }: MarianWeights) => [
  ...encoder.flatMap(({ self, feedForward }) => [self.qkv, self.out, feedForward.inner, feedForward.outer]),
  ...decoder.map((layer) => layer.cross.kv),
];

const stepMaps = ({ decoder, unembed }: MarianWeights) => [
  ...decoder.flatMap(({ self, cross, feedForward }) => [
    self.qkv,
    self.out,
    cross.q,
    cross.out,
    feedForward.inner,
    feedForward.outer,
  ]),
  unembed,
];

/** Marian, Hugging Face's MarianMTModel: an encoder-decoder with sinusoidal positions, normed after each sub-layer. */
export const marian: Architecture = {
  load(parameters, info, simd): LoadedModel {
    const weights = loadMarian(parameters, info, simd);
    const model = (context: PassContext) => ({ ...context, weights, info });
    return {
      unembed: weights.unembed,
      forbiddenMask: weights.forbiddenMask,
      maps: { encoder: encoderMaps(weights), step: stepMaps(weights) },
      encode: (context, input, known) => encode(model(context), input, known),
      readSource: (pass) => readSource(weights, pass),
      decode: (context, input, known) => decode(model(context), input, known),
      differentiable: async () => {
        const { forward } = await import('./differentiable.ts');
        return (input) => forward(weights, info, input);
      },
      dispose: weights.dispose,
    };
  },
  headWeights: headWeightsOf,
};
