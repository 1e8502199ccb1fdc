import { type Shape, sizeOf } from './dims.ts';
import { EngineError } from './errors.ts';
import type { StageName } from './stages.ts';

/** The only thing that leaves the engine: one stage's numbers, row-major. */
export interface Frame {
  readonly name: StageName;
  readonly shape: Shape;
  readonly data: Float32Array;
}

/**
 * Makes a Frame and checks it: its length is its shape's, and it holds no NaN and no infinity. (`scores` are those
 * before any mask, and finite.)
 * @throws EngineError `shape` or `not-finite`, naming the stage.
 */
export function makeFrame(name: StageName, shape: Shape, data: Float32Array): Frame {
  if (sizeOf(shape) !== data.length) {
    throw new EngineError(
      'shape',
      'makeFrame',
      name,
      `${sizeOf(shape)} numbers for [${shape}]`,
      `${data.length}`,
    );
  }
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    if (!Number.isFinite(value)) {
      throw new EngineError('not-finite', 'makeFrame', name, 'finite numbers', `${value} at ${i}`);
    }
  }
  return { name, shape, data };
}
