import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { attribute, dim, input, packedProgram, type ShaderKernel } from './kernels.ts';

type Run = (
  names: string[],
  shape: number[],
  uniforms: string[],
  code: string,
  inputs: TensorInfo[],
  values: number[][],
) => TensorInfo;

const runner =
  (backend: MathBackendWebGL): Run =>
  (names, shape, uniforms, code, inputs, values) =>
    backend.runWebGLProgram(packedProgram(names, shape, uniforms, code), inputs, 'float32', values);

/** `main` of a packed program whose four numbers come from `at(b, t, c)`, zero outside rows × columns. */
const fourOf = (rows: number, columns: number): string => `
  void main() {
    ivec3 rc = getOutputCoords();
    bool right = rc.z + 1 < ${columns};
    bool below = rc.y + 1 < ${rows};
    vec4 result = vec4(at(rc.x, rc.y, rc.z), 0.0, 0.0, 0.0);
    if (right) result.y = at(rc.x, rc.y, rc.z + 1);
    if (below) result.z = at(rc.x, rc.y + 1, rc.z);
    if (right && below) result.w = at(rc.x, rc.y + 1, rc.z + 1);
    setOutput(result);
  }`;

/**
 * Attention in three shader programs: scores, softmax over the keys, mix of the values. Lengths are uniforms, so that
 * a sentence of another length within the same padded shape compiles nothing anew.
 */
export const attentionOnWebgl: ShaderKernel = (backend, inputs, attributes) => {
  const run = runner(backend);
  const [queries, keysValues] = [input(inputs, 'queries'), input(inputs, 'keysValues')];
  const [rows, capacity] = [dim(queries, 1), dim(keysValues, 1)];
  const n = (name: string) => attribute(attributes, name);
  const [heads, headWidth] = [n('heads'), n('headWidth')];

  const scores = run(
    ['Q', 'Kv'],
    [heads, rows, capacity],
    ['keyLength'],
    `float at(int h, int t, int s) {
      if (s >= keyLength) return 0.0;
      float dotProduct = 0.0;
      for (int d = 0; d < ${headWidth}; d++) {
        int q = ${n('qColumn')} + h * ${headWidth} + d;
        int k = ${n('kColumn')} + h * ${headWidth} + d;
        dotProduct += getChannel(getQ(0, t, q), vec2(t, q)) * getChannel(getKv(0, s, k), vec2(s, k));
      }
      return dotProduct * ${(1 / Math.sqrt(headWidth)).toPrecision(12)};
    }${fourOf(rows, capacity)}`,
    [queries, keysValues],
    [[n('keyLength')]],
  );

  const pattern = run(
    ['X'],
    [heads, rows, capacity],
    ['keyLength', 'queryStart'],
    `float score(int h, int t, int s) { return getChannel(getX(h, t, s), vec2(t, s)); }
    float at(int h, int t, int c) {
      int readable = ${attributes.causal ? 'min(keyLength, queryStart + t + 1)' : 'keyLength'};
      if (c >= readable) return 0.0;
      float top = score(h, t, 0);
      for (int s = 1; s < ${capacity}; s++) { if (s >= readable) break; top = max(top, score(h, t, s)); }
      float sum = 0.0;
      for (int s = 0; s < ${capacity}; s++) { if (s >= readable) break; sum += exp(score(h, t, s) - top); }
      return exp(score(h, t, c) - top) / sum;
    }${fourOf(rows, capacity)}`,
    [scores],
    [[n('keyLength')], [n('queryStart')]],
  );

  const width = heads * headWidth;
  const joined = run(
    ['P', 'Kv'],
    [1, rows, width],
    ['keyLength'],
    `float at(int b, int t, int c) {
      int h = c / ${headWidth};
      int v = ${n('vColumn')} + c;
      float sum = 0.0;
      for (int s = 0; s < ${capacity}; s++) {
        if (s >= keyLength) break;
        sum += getChannel(getP(h, t, s), vec2(t, s)) * getChannel(getKv(0, s, v), vec2(s, v));
      }
      return sum;
    }${fourOf(rows, width)}`,
    [pattern, keysValues],
    [[n('keyLength')]],
  );
  if (attributes.withScores) return [pattern, joined, scores];
  backend.disposeIntermediateTensorInfo(scores);
  return [pattern, joined];
};
