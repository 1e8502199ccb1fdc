import type { Tensor } from '@tensorflow/tfjs-core';
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

const KERNEL = 'HeadlightEmbed';

const host: HostKernel = (memory, inputs, attributes) => {
  const { ids, table, positions } = {
    ids: input(inputs, 'ids'),
    table: input(inputs, 'table'),
    positions: input(inputs, 'positions'),
  };
  const width = dim(table, 1);
  const rows = dim(ids, 0);
  const out = memory.make([1, rows, width]);
  const [from, idOf, at, to] = [
    memory.view(table),
    memory.view(ids),
    memory.view(positions),
    memory.view(out),
  ];
  const start = attribute(attributes, 'start');
  const scale = attribute(attributes, 'scale');
  for (let t = 0; t < rows; t++) {
    const word = (idOf[t] as number) * width;
    // Rows past the table are padding nobody reads; the last position stands in.
    const position = Math.min(start + t, dim(positions, 0) - 1) * width;
    for (let d = 0; d < width; d++) {
      to[t * width + d] = (from[word + d] as number) * scale + (at[position + d] as number);
    }
  }
  return [out];
};

const codeFor = oncePer(
  (scale: string) => `
    vec2 rowOf(int t, int c) {
      int id = int(oneIds(0, 0, t) + 0.5);
      int p = min(start + t, last);
      vec4 word = fourTable(0, id, c);
      vec4 place = fourPositions(0, p, c);
      return ((id & 1) == 0 ? word.xy : word.zw) * ${scale}
        + ((p & 1) == 0 ? place.xy : place.zw);
    }
    vec4 four(int b, int t, int c) { return vec4(rowOf(t, c), rowOf(t + 1, c)); }`,
);

const shader: ShaderKernel = (backend, inputs, attributes) => {
  const [ids, table, positions] = [input(inputs, 'ids'), input(inputs, 'table'), input(inputs, 'positions')];
  return [
    runShader(backend, {
      inputs: { Ids: ids, Table: table, Positions: positions },
      shape: [1, dim(ids, 0), dim(table, 1)],
      numbers: { start: attribute(attributes, 'start'), last: dim(positions, 0) - 1 },
      code: codeFor(attribute(attributes, 'scale').toPrecision(12)),
    }),
  ];
};

defineKernel(KERNEL, host, shader);

/**
 * Token embeddings times `scale`, plus the positions from `start` on (paper, sections 3.4 and 3.5).
 * @param ids [T], whole numbers as float32, so that the device's own arg-max can feed it
 * @param table [V, D]
 * @param positions [P, D]
 * @returns [1, T, D]
 */
export function embed(ids: Tensor, table: Tensor, positions: Tensor, scale: number, start: number): Tensor {
  return runKernel(KERNEL, { ids, table, positions }, { scale, start })[0] as Tensor;
}
