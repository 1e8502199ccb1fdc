import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { defineWebglKernel, runKernel } from '../kernel.ts';
import { oncePer, runShader } from '../shaderWebgl.ts';

/*
 * Many tensors as one, so that one read brings them all. A program here only moves texels; the 2 × 2 blocks they hold
 * become rows again on the CPU, which costs less than a program for each tensor.
 */

const KERNEL = 'HeadlightGather';

/** Textures one program may read: every WebGL 2 has at least this many. */
const MOST_INPUTS = 16;

interface Extent {
  readonly batches: number;
  readonly rows: number;
  readonly columns: number;
}

/** Any shape as [batches, rows, columns], as packed textures lie. */
function extentOf(shape: readonly number[]): Extent {
  const [columns = 1, rows = 1, ...rest] = [...shape].reverse();
  return { batches: rest.reduce((n, d) => n * d, 1), rows, columns };
}

function texelsOf(shape: readonly number[]): number {
  const { batches, rows, columns } = extentOf(shape);
  return batches * Math.ceil(rows / 2) * Math.ceil(columns / 2);
}

/** @param count of the tensors T0, T1, … whose texels begin at start0, start1, … */
const codeFor = oncePer((count: number) => {
  const branches = Array.from({ length: count }, (_, i) => {
    const [at, width] = [`(at - start${i})`, `((T${i}TexShape[1] + 1) >> 1)`];
    return `if (at >= start${i}) return texelFetch(T${i}, ivec2(${at} % ${width}, ${at} / ${width}), 0);`;
  });
  return `
    vec4 four(int b, int r, int c) {
      int at = r >> 1;
      ${branches.reverse().join('\n')}
      return vec4(0.0);
    }`;
});

/** Up to 16 tensors' texels one after the other: [2 · texels, 2]. */
function joined(backend: MathBackendWebGL, tensors: readonly TensorInfo[]): TensorInfo {
  const inputs: Record<string, TensorInfo> = {};
  const numbers: Record<string, number> = {};
  let texels = 0;
  tensors.forEach((tensor, i) => {
    inputs[`T${i}`] = tensor;
    numbers[`start${i}`] = texels;
    texels += texelsOf(tensor.shape);
  });
  return runShader(backend, { inputs, shape: [2 * texels, 2], numbers, code: codeFor(tensors.length) });
}

defineWebglKernel(KERNEL, (backend, inputs) => [joined(backend, Object.values(inputs))]);

interface Gathered {
  /** [2 · texels, 2] */
  readonly tensor: Tensor;
  /** Where each tensor's texels begin. */
  readonly starts: readonly number[];
}

function gatherFew(tensors: readonly Tensor[]): Gathered {
  const inputs = Object.fromEntries(tensors.map((tensor, i) => [`t${i}`, tensor]));
  const tensor = runKernel(KERNEL, inputs, {})[0] as Tensor;
  let texels = 0;
  const starts = tensors.map((each) => {
    texels += texelsOf(each.shape);
    return texels - texelsOf(each.shape);
  });
  return { tensor, starts };
}

/** Gathers tensors of any shapes, sixteen with each program. Call it in a scope: it leaves tensors behind. */
export function gather(tensors: readonly Tensor[]): Gathered {
  if (tensors.length <= MOST_INPUTS) return gatherFew(tensors);
  const groups: Gathered[] = [];
  for (let i = 0; i < tensors.length; i += MOST_INPUTS) {
    groups.push(gatherFew(tensors.slice(i, i + MOST_INPUTS)));
  }
  const whole = gather(groups.map((group) => group.tensor));
  const starts = groups.flatMap((group, i) =>
    group.starts.map((start) => (whole.starts[i] as number) + start),
  );
  return { tensor: whole.tensor, starts };
}

/** The numbers of one gathered tensor, row-major. @param all of the gathering tensor, as read */
export function fromBlocks(all: Float32Array, start: number, shape: readonly number[]): Float32Array {
  const { batches, rows, columns } = extentOf(shape);
  const perRow = Math.ceil(columns / 2);
  const out = new Float32Array(batches * rows * columns);
  let at = 0;
  for (let b = 0; b < batches; b++) {
    for (let r = 0; r < rows; r++) {
      const blocks = start + (b * Math.ceil(rows / 2) + (r >> 1)) * perRow;
      const from = 4 * blocks + 2 * (r & 1);
      for (let c = 0; c < columns; c++) out[at++] = all[from + 4 * (c >> 1) + (c & 1)] as number;
    }
  }
  return out;
}
