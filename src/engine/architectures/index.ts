import { EngineError, type ModelInfo } from '../../contract/index.ts';
import type { Architecture } from './architecture.ts';
import { marian } from './marian/architecture.ts';

export type {
  Architecture,
  CachedLayers,
  DecoderInput,
  DecoderLayers,
  DecoderPass,
  Differentiable,
  DifferentiableInput,
  DifferentiableOutput,
  EncoderInput,
  EncoderPass,
  LayerCache,
  LoadedModel,
  PassContext,
} from './architecture.ts';

/** Every family the engine can run, by its name in `ModelInfo`. */
const ARCHITECTURES: ReadonlyMap<string, Architecture> = new Map([['marian', marian]]);

/** @throws EngineError `bad-request` for a family without an architecture */
export function architectureOf({ family }: Pick<ModelInfo, 'family'>): Architecture {
  const found = ARCHITECTURES.get(family);
  if (found) return found;
  const known = [...ARCHITECTURES.keys()].join(', ');
  throw new EngineError('bad-request', 'architectureOf', 'family', `one of ${known}`, family);
}
