import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { attribute, dim, input, type ShaderKernel } from '../kernel.ts';
import { oncePer, runShader } from '../shaderWebgl.ts';
import { CHANGED_CELLS, LOWEST, OWN_CELLS } from './attentionCells.ts';

/** Up to so many keys, going over them anew for every cell costs less than a program more. */
const FEW_KEYS = 32;

/** One attention call. */
interface Job {
  readonly backend: MathBackendWebGL;
  readonly queries: TensorInfo;
  readonly keysValues: TensorInfo;
  /** Each head's factor and each cell's fate, where they are not the model's own. */
  readonly changed: { readonly Factors: TensorInfo; readonly Cells: TensorInfo } | null;
  readonly heads: number;
  readonly headWidth: number;
  readonly rows: number;
  /** Keys with padding. */
  readonly capacity: number;
  readonly numbers: {
    readonly qColumn: number;
    readonly kColumn: number;
    readonly vColumn: number;
    readonly keyLength: number;
    /** Row t reads the keys below `reach` + t, and below `keyLength`. */
    readonly reach: number;
  };
}

function jobOf(...[backend, inputs, attributes]: Parameters<ShaderKernel>): Job {
  const [queries, keysValues] = [input(inputs, 'queries'), input(inputs, 'keysValues')];
  const n = (name: string) => attribute(attributes, name);
  const [keyLength, queryStart] = [n('keyLength'), n('queryStart')];
  const { factors, cells } = inputs;
  const changed = factors && cells ? { Factors: factors, Cells: cells } : null;
  return {
    backend,
    queries,
    keysValues,
    changed,
    heads: n('heads'),
    headWidth: n('headWidth'),
    rows: dim(queries, 1),
    capacity: dim(keysValues, 1),
    numbers: {
      qColumn: n('qColumn'),
      kColumn: n('kColumn'),
      vColumn: n('vColumn'),
      keyLength,
      reach: attributes.causal && !changed ? queryStart + 1 : keyLength,
    },
  };
}

/** True when a head's columns fill whole texels: then blocks are read as they lie. */
function isEven({ headWidth, numbers }: Job): boolean {
  return [headWidth, numbers.qColumn, numbers.kColumn, numbers.vColumn].every((n) => n % 2 === 0);
}

/** `anyX`: a block of X that may begin at an odd column. */
function anyBlock(name: string, even: boolean): string {
  if (even) return `vec4 any${name}(int r, int c) { return four${name}(0, r, c); }`;
  return `vec4 any${name}(int r, int c) {
    vec4 left = four${name}(0, r, c);
    if ((c & 1) == 0) return left;
    vec4 right = four${name}(0, r, c + 1);
    return vec4(left.y, right.x, left.w, right.z);
  }`;
}

/** The textures that `dots` reads. */
const dotted = ({ queries, keysValues, changed }: Job) => ({
  Q: queries,
  K: keysValues,
  ...(changed && { Factors: changed.Factors }),
});

/** The texture that the mask reads, if any. */
const masked = ({ changed }: Job) => changed && { Cells: changed.Cells };

const maskOf = (isChanged: boolean): string => (isChanged ? CHANGED_CELLS : OWN_CELLS);

/** `dots(h, t, s)`: q·k ÷ √Dh, or times the head's factor, of rows t, t + 1 with keys s, s + 1. */
function dots(headWidth: number, even: boolean, isChanged: boolean): string {
  const factor = isChanged ? 'oneFactors(0, 0, h)' : (1 / Math.sqrt(headWidth)).toPrecision(12);
  return `${anyBlock('Q', even)} ${anyBlock('K', even)}
    vec4 dots(int h, int t, int s) {
      vec4 sum = vec4(0.0);
      int q = qColumn + h * ${headWidth};
      int k = kColumn + h * ${headWidth};
      for (int d = 0; d < ${headWidth}; d += 2) {
        vec4 a = anyQ(t, q + d);
        vec4 b = anyK(s, k + d);
        ${headWidth % 2 === 0 ? '' : `if (d + 1 == ${headWidth}) a.yw = vec2(0.0);`}
        sum += a.xxzz * b.xzxz + a.yyww * b.ywyw;
      }
      return sum * ${factor};
    }`;
}

const scoresCode = oncePer(
  (headWidth: number, even: boolean, isChanged: boolean) => `${dots(headWidth, even, isChanged)}
      vec4 four(int h, int t, int s) {
        vec4 block = dots(h, t, s);
        if (s >= keyLength) return vec4(0.0);
        if (s + 1 >= keyLength) block.yw = vec2(0.0);
        return block;
      }`,
);

/** [H, T, C], zero in padding. */
function scoresOf(job: Job): TensorInfo {
  return runShader(job.backend, {
    inputs: dotted(job),
    shape: [job.heads, job.rows, job.capacity],
    numbers: job.numbers,
    code: scoresCode(job.headWidth, isEven(job), job.changed !== null),
  });
}

const patternCode = oncePer(
  (isChanged: boolean) => `${maskOf(isChanged)}
      vec4 four(int h, int t, int c) {
        ivec2 end = ends(t);
        vec2 top = vec2(${LOWEST});
        for (int s = 0; s < end.y; s += 2) {
          vec4 x = mix(fourX(h, t, s), vec4(${LOWEST}), shut(h, t, s, end));
          top = max(top, max(x.xz, x.yw));
        }
        vec2 sum = vec2(0.0);
        for (int s = 0; s < end.y; s += 2) {
          vec4 e = mix(exp(fourX(h, t, s) - top.xxyy), vec4(0.0), shut(h, t, s, end));
          sum += e.xz + e.yw;
        }
        return weights(fourX(h, t, c), top, sum, h, t, c, end);
      }`,
);

/** Softmax over the keys a row may read: [H, T, C]. */
function patternOf(job: Job, scores: TensorInfo): TensorInfo {
  return runShader(job.backend, {
    inputs: { X: scores, ...masked(job) },
    shape: [job.heads, job.rows, job.capacity],
    numbers: job.numbers,
    code: patternCode(job.changed !== null),
  });
}

const atOnceCode = oncePer(
  (headWidth: number, even: boolean, isChanged: boolean) => `
    ${maskOf(isChanged)} ${dots(headWidth, even, isChanged)}
      vec4 four(int h, int t, int c) {
        ivec2 end = ends(t);
        vec2 top = vec2(${LOWEST});
        vec2 sum = vec2(0.0);
        for (int s = 0; s < end.y; s += 2) {
          vec4 x = mix(dots(h, t, s), vec4(${LOWEST}), shut(h, t, s, end));
          vec2 higher = max(top, max(x.xz, x.yw));
          vec4 e = mix(exp(x - higher.xxyy), vec4(0.0), shut(h, t, s, end));
          sum = sum * exp(top - higher) + e.xz + e.yw;
          top = higher;
        }
        return weights(dots(h, t, c), top, sum, h, t, c, end);
      }`,
);

/**
 * Scores and softmax in one program: every texel goes over all keys, which for few cells costs less than a program
 * more. The softmax keeps the largest score so far and the sum below it.
 */
function patternAtOnce(job: Job): TensorInfo {
  return runShader(job.backend, {
    inputs: { ...dotted(job), ...masked(job) },
    shape: [job.heads, job.rows, job.capacity],
    numbers: job.numbers,
    code: atOnceCode(job.headWidth, isEven(job), job.changed !== null),
  });
}

const mixCode = oncePer(
  (heads: number, headWidth: number, even: boolean) => `${anyBlock('V', even)}
      vec4 four(int b, int t, int c) {
        int left = c / ${headWidth};
        int right = min((c + 1) / ${headWidth}, ${heads - 1});
        vec4 sum = vec4(0.0);
        for (int s = 0; s < keyLength; s += 2) {
          vec4 p = fourP(left, t, s);
          vec4 o = ${even ? 'p' : 'fourP(right, t, s)'};
          vec4 v = anyV(s, vColumn + c);
          sum += vec4(p.x, o.x, p.z, o.z) * v.xyxy + vec4(p.y, o.y, p.w, o.w) * v.zwzw;
        }
        return sum;
      }`,
);

/** Σ α̂·v of all heads side by side: [1, T, D]. A texel's two columns may belong to two heads when Dh is odd. */
function mixOf(job: Job, pattern: TensorInfo): TensorInfo {
  const { heads, headWidth } = job;
  return runShader(job.backend, {
    inputs: { P: pattern, V: job.keysValues },
    shape: [1, job.rows, heads * headWidth],
    numbers: job.numbers,
    code: mixCode(heads, headWidth, isEven(job)),
  });
}

/** Attention in three shader programs, scores, softmax and mix; in two where few cells are asked for and no scores. */
export const attentionOnWebgl: ShaderKernel = (backend, inputs, attributes) => {
  const job = jobOf(backend, inputs, attributes);
  if (!attributes.withScores && (job.rows === 1 || job.capacity <= FEW_KEYS)) {
    const pattern = patternAtOnce(job);
    return [pattern, mixOf(job, pattern)];
  }
  const scores = scoresOf(job);
  const pattern = patternOf(job, scores);
  const joined = mixOf(job, pattern);
  if (attributes.withScores) return [pattern, joined, scores];
  backend.disposeIntermediateTensorInfo(scores);
  return [pattern, joined];
};
