import {
  EngineError,
  type Golden,
  type ModelInfo,
  type RunRequest,
  type RunResult,
} from '../../contract/index.ts';

/** The largest difference from the golden numbers a device may show; float16 textures show more. */
const LIMIT = 1e-3;

/** Ids of each side of the run that backends are compared by where a model has no stored result. */
const LENGTH = 7;

/**
 * The request that backends are compared by where a model has no stored result: ids from all over the vocabulary, of a
 * given target, so that it ends soon whatever the model would write.
 */
export function probeRequest({ vocabulary, maxPositions, endId }: ModelInfo): RunRequest {
  const ids = Array.from({ length: Math.min(LENGTH, maxPositions) - 1 }, (_, i) =>
    Math.floor(((i + 1) * vocabulary) / (LENGTH + 1)),
  );
  return { source: [...ids, endId], target: ids.toReversed(), stages: ['probabilities'] };
}

/** A backend's own result, as others are held to it. */
export const asGolden = (request: RunRequest, { decoderInput, frames }: RunResult): Golden => ({
  request,
  decoderInput,
  frames,
});

/** @throws EngineError `backend` when a device gives other ids or numbers than the model's own. */
export function checkGolden(golden: Golden, result: RunResult, backend: string): void {
  const refuse: (argument: string, expected: string, got: string) => never = (argument, expected, got) => {
    throw new EngineError('backend', 'checkGolden', `${backend} ${argument}`, expected, got);
  };
  if (golden.decoderInput.join() !== result.decoderInput.join()) {
    refuse('target', golden.decoderInput.join(' '), result.decoderInput.join(' '));
  }
  for (const [name, frame] of golden.frames) {
    const got = result.frames.get(name);
    if (!got) refuse(name, 'a frame', 'none');
    if (got.shape.join() !== frame.shape.join()) refuse(name, `[${frame.shape}]`, `[${got.shape}]`);
    for (let i = 0; i < frame.data.length; i++) {
      const [expected, value] = [frame.data[i] as number, got.data[i] as number];
      if (!(Math.abs(expected - value) <= LIMIT)) refuse(name, `${expected} at ${i}`, `${value}`);
    }
  }
}
