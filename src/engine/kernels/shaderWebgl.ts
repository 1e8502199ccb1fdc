import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { env, type TensorInfo } from '@tensorflow/tfjs-core';

/*
 * Shader programs over TF.js's packed textures: a texel holds a 2 × 2 block of the last two axes, (row, column),
 * (row, column + 1), (row + 1, column), (row + 1, column + 1); blocks lie row-major, batch after batch.
 *
 * Sizes are uniforms, so that one compiled program serves sentences of every length: compiling takes tens of
 * milliseconds each time. TF.js's own samplers are not used, because with sizes as uniforms they mix up textures that
 * lie as their tensor does with others (the two get one key and different code).
 */

/** What one shader program computes. */
export interface Shader {
  /**
   * Textures by their name in the code: a capital letter first. Rank 1, 2 or 3; others are read as [1, rows,
   * columns].
   */
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  /** Shape of the output, rank 1, 2 or 3. */
  readonly shape: readonly number[];
  /** Whole numbers given anew at each run. What stands in the code itself is compiled in. */
  readonly numbers?: Readonly<Record<string, number>>;
  /**
   * GLSL with `vec4 four(int b, int r, int c)`: the output's block at an even row and column. What lies outside the
   * shape is dropped. Of each input X it may ask `oneX(b, r, c)`, `fourX(b, r, c)`, the block that holds a place, and
   * `blockX(b, y, x)`, the same with blocks counted instead of rows and columns, for inner loops. Made by `oncePer`,
   * or a constant.
   */
  readonly code: string;
}

interface Axes {
  readonly rows: string;
  readonly columns: string;
}

/** How TF.js names the last two axes of a shape uniform. Inputs of a single batch lose it there, outputs do not. */
function axesOf(uniform: string, shape: readonly number[], isOutput: boolean): Axes {
  if (shape.length === 1) return { rows: '1', columns: uniform };
  const batched = shape.length === 3 && (isOutput || shape[0] !== 1);
  return batched
    ? { rows: `${uniform}[1]`, columns: `${uniform}[2]` }
    : { rows: `${uniform}[0]`, columns: `${uniform}[1]` };
}

/**
 * True when the texture's rows are the tensor's own, so that a place is found without dividing: always, but where TF.js
 * folds a tensor because it is longer than a texture may be.
 */
function liesFlat(shape: readonly number[]): boolean {
  const [columns = 1, rows = 1, batches = 1] = [...shape].reverse();
  const limit = env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  return columns + 1 <= limit && batches * (rows + 1) <= limit;
}

function samplers(name: string, shape: readonly number[]): string {
  const { rows, columns } = axesOf(`${name}Shape`, shape, false);
  const row = shape.length < 3 || shape[0] === 1 ? 'y' : `b * ((${rows} + 1) >> 1) + y`;
  const folded = `
      int width = (${name}TexShape[1] + 1) >> 1;
      int at = (${row}) * ((${columns} + 1) >> 1) + x;
      return texelFetch(${name}, ivec2(at % width, at / width), 0);`;
  return `
    vec4 block${name}(int b, int y, int x) {
      ${liesFlat(shape) ? `return texelFetch(${name}, ivec2(x, ${row}), 0);` : folded}
    }
    vec4 four${name}(int b, int r, int c) { return block${name}(b, r >> 1, c >> 1); }
    float one${name}(int b, int r, int c) {
      vec4 block = four${name}(b, r, c);
      vec2 row = (r & 1) == 0 ? block.xy : block.zw;
      return (c & 1) == 0 ? row.x : row.y;
    }`;
}

function mainOf(shape: readonly number[]): string {
  const { rows, columns } = axesOf('outShape', shape, true);
  return `
    void main() {
      int rows = ${rows};
      int columns = ${columns};
      int width = (outTexShape[1] + 1) >> 1;
      int at = int(gl_FragCoord.y) * width + int(gl_FragCoord.x);
      int perRow = (columns + 1) >> 1;
      int perBatch = ((rows + 1) >> 1) * perRow;
      int b = at / perBatch;
      at -= b * perBatch;
      int r = 2 * (at / perRow);
      int c = 2 * (at % perRow);
      vec4 block = four(b, r, c);
      if (c + 1 >= columns) block.yw = vec2(0.0);
      if (r + 1 >= rows) block.zw = vec2(0.0);
      setOutput(block);
    }`;
}

/**
 * GLSL put together once for each of its parameters, and not on every draw. `make` may read nothing but them.
 */
export function oncePer<Parameters extends readonly (number | string | boolean)[]>(
  make: (...parameters: Parameters) => string,
): (...parameters: Parameters) => string {
  const made = new Map<string, string>();
  return (...parameters) => {
    const key = parameters.join();
    let code = made.get(key);
    if (code === undefined) {
      code = make(...parameters);
      made.set(key, code);
    }
    return code;
  };
}

/** Whole programs by a shader's own code and by how its textures lie. */
const programs = new Map<string, Map<string, string>>();

/** All that the code around a shader's own depends on. */
function layoutOf({ inputs, shape }: Shader): string {
  const input = ([name, { shape }]: readonly [string, TensorInfo]) =>
    `${name}${shape.length}${shape[0] === 1 ? 'b' : ''}${liesFlat(shape) ? '' : 'f'}`;
  return [...Object.entries(inputs).map(input), shape.length].join();
}

function programOf(shader: Shader): string {
  const layouts = programs.get(shader.code) ?? new Map<string, string>();
  programs.set(shader.code, layouts);
  const layout = layoutOf(shader);
  const known = layouts.get(layout);
  if (known !== undefined) return known;
  const inputs = Object.entries(shader.inputs).map(([name, { shape }]) => samplers(name, shape));
  const program = [...inputs, shader.code, mainOf(shader.shape)].join('\n');
  layouts.set(layout, program);
  return program;
}

/** The output stays packed, whatever TF.js's flags say: our programs read nothing else. */
const STAYS_PACKED = true;

/** Runs a shader program. The output belongs to the caller. */
export function runShader(backend: MathBackendWebGL, shader: Shader): TensorInfo {
  const numbers = Object.entries(shader.numbers ?? {});
  const program = {
    variableNames: Object.keys(shader.inputs),
    outputShape: [...shader.shape],
    packedInputs: true,
    packedOutput: true,
    enableShapeUniforms: true,
    customUniforms: numbers.map(([name]) => ({ name, type: 'int' as const })),
    userCode: programOf(shader),
  };
  const values = numbers.map(([, value]) => [value]);
  return backend.runWebGLProgram(program, Object.values(shader.inputs), 'float32', values, STAYS_PACKED);
}
