import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { OffWay } from '../../../contract/index.ts';
import {
  attribute,
  defineKernel,
  dim,
  type HostKernel,
  input,
  runKernel,
  type ShaderKernel,
} from '../kernel.ts';
import { oncePer, runShader } from '../shaderWebgl.ts';

const KERNEL = 'HeadlightSwitchOff';

/** What becomes of a head, as the kernels number it. */
const [KEEP, ZERO, MEAN] = [0, 1, 2];

const host: HostKernel = (memory, inputs, attributes) => {
  const [joined, all, ways] = [input(inputs, 'joined'), input(inputs, 'all'), input(inputs, 'ways')];
  const [rows, width, heads] = [dim(joined, 1), dim(joined, 2), dim(ways, 2)];
  const n = (name: string) => attribute(attributes, name);
  const [start, count, running] = [n('start'), n('count'), attributes.running === true];
  const out = memory.make([1, rows, width]);
  const [own, from, wayOf, to] = [joined, all, ways, out].map((each) => memory.view(each)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let column = 0; column < width; column++) {
    const way = wayOf[Math.floor((column * heads) / width)];
    let [sum, added] = [0, 0];
    for (let t = 0; t < rows; t++) {
      const end = running ? Math.min(start + t + 1, count) : count;
      if (way === MEAN) for (; added < end; added++) sum += from[added * width + column] as number;
      const at = t * width + column;
      to[at] = way === KEEP ? (own[at] as number) : way === MEAN ? sum / end : 0;
    }
  }
  return [out];
};

const codeFor = oncePer(
  (headWidth: number, heads: number) => `
    float at(int t, int c) {
      float way = oneWays(0, 0, min(c / ${headWidth}, ${heads - 1}));
      if (way == ${KEEP}.0) return oneJoined(0, t, c);
      if (way == ${ZERO}.0) return 0.0;
      int end = min(reach + t, count);
      float sum = 0.0;
      for (int r = 0; r < end; r++) sum += oneAll(0, r, c);
      return sum / float(end);
    }
    vec4 four(int b, int t, int c) { return vec4(at(t, c), at(t, c + 1), at(t + 1, c), at(t + 1, c + 1)); }`,
);

const shader: ShaderKernel = (backend, inputs, attributes) => {
  const [joined, all, ways] = [input(inputs, 'joined'), input(inputs, 'all'), input(inputs, 'ways')];
  const [rows, width, heads] = [dim(joined, 1), dim(joined, 2), dim(ways, 2)];
  const n = (name: string) => attribute(attributes, name);
  return [
    runShader(backend, {
      inputs: { Joined: joined, All: all, Ways: ways },
      shape: [1, rows, width],
      // Row t means over the rows below `reach` + t, and below `count`.
      numbers: { reach: attributes.running === true ? n('start') + 1 : n('count'), count: n('count') },
      code: codeFor(width / heads, heads),
    }),
  ];
};

defineKernel(KERNEL, host, shader);

/** Which rows a mean is over. */
export interface MeanRows {
  /** Position of the first row of `joined`. */
  readonly start: number;
  /** Rows of `all` that count; what follows is padding. */
  readonly count: number;
  /** Over the rows up to each one's own; else over all that count. */
  readonly running: boolean;
}

/** True where some head's output is replaced. */
export const isReplaced = (off: readonly (OffWay | null)[]): boolean =>
  off.some((way) => way === 'zero' || way === 'mean');

/**
 * What heads that are off give instead of their output, before W^O: nothing, or the mean of their outputs.
 * @param joined [1, T, D]: the heads side by side
 * @param all [1, C, D]: the same of all rows so far, these included
 * @param off of each head; `first` and null leave it alone
 * @returns [1, T, D]
 */
export function switchHeadsOff(
  joined: Tensor,
  all: Tensor,
  off: readonly (OffWay | null)[],
  rows: MeanRows,
): Tensor {
  const numbers = off.map((way) => (way === 'zero' ? ZERO : way === 'mean' ? MEAN : KEEP));
  const ways = tensor(numbers, [1, 1, off.length], 'float32');
  return runKernel(KERNEL, { joined, all, ways }, { ...rows })[0] as Tensor;
}
