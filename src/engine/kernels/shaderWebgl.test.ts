import '@tensorflow/tfjs-backend-webgl';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { env, type TensorInfo } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { oncePer, runShader } from './shaderWebgl.ts';

// Node has no WebGL: what TF.js is given is looked at, not what it draws; e2e/engine draws it.
beforeAll(() => env().set('WEBGL_MAX_TEXTURE_SIZE', 4096));

const of = (shape: number[]): TensorInfo => ({ dataId: {}, shape, dtype: 'float32' });

function drawn(shape: number[], output: number[]) {
  const runWebGLProgram = vi.fn<MathBackendWebGL['runWebGLProgram']>();
  const backend = { runWebGLProgram } as unknown as MathBackendWebGL;
  runShader(backend, { inputs: { X: of(shape) }, shape: output, numbers: { n: 7 }, code: 'CODE' });
  const [program, inputs, type, values, staysPacked] = runWebGLProgram.mock.lastCall ?? [];
  return { program, inputs, type, values, staysPacked };
}

it('puts GLSL together once for its parameters', () => {
  const make = vi.fn((width: number, even: boolean) => `${width} ${even}`);
  const codeFor = oncePer(make);
  expect([codeFor(8, true), codeFor(8, false), codeFor(8, true)]).toEqual(['8 true', '8 false', '8 true']);
  expect(make).toHaveBeenCalledTimes(2);
});

it('compiles one program for sentences of every length, and another for textures that lie otherwise', () => {
  const codeOf = (shape: number[], output: number[]) => drawn(shape, output).program?.userCode;
  const code = codeOf([1, 5, 8], [1, 5, 8]);
  expect(code).toContain('CODE');
  expect(codeOf([1, 9, 8], [1, 9, 8])).toBe(code);
  // Several batches, an output of one axis, a tensor that TF.js folds.
  const others = [codeOf([2, 5, 8], [1, 5, 8]), codeOf([1, 5, 8], [8]), codeOf([1, 5000, 8], [1, 5, 8])];
  expect(new Set([code, ...others]).size).toBe(4);
  expect(codeOf([1, 7, 8], [1, 7, 8]), 'the first again').toBe(code);
});

it('gives TF.js the sizes as numbers of the run, and leaves the output packed', () => {
  const { program, inputs, type, values, staysPacked } = drawn([1, 5, 8], [1, 5, 8]);
  expect(program).toMatchObject({
    variableNames: ['X'],
    outputShape: [1, 5, 8],
    packedInputs: true,
    packedOutput: true,
    customUniforms: [{ name: 'n', type: 'int' }],
  });
  expect([inputs?.length, type, values, staysPacked]).toEqual([1, 'float32', [[7]], true]);
});
