import type { Decoding, ModelInfo } from '../../contract/index.ts';
import { GreedyRule } from './nextToken.ts';
import { SamplingRule } from './sample.ts';

/** How the next word is taken, word by word. Beam search looks at many, by the rules that hold for any of them. */
export function ruleFor(info: ModelInfo, decoding: Decoding | undefined): GreedyRule {
  return decoding?.way === 'sample' ? new SamplingRule(info, decoding) : new GreedyRule(info);
}
