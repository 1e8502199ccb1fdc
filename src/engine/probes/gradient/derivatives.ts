import {
  broadcast_util,
  concat,
  div,
  exp,
  type GradConfig,
  getGradient,
  matMul,
  mul,
  neg,
  onesLike,
  registerGradient,
  reshape,
  square,
  step,
  sub,
  sum,
  type Tensor,
  transpose,
} from '@tensorflow/tfjs-core';

/*
 * TF.js differentiates by a tape: it notes every operation, and walks back by each one's derivative. The package with
 * the operations has the tape and no derivatives; those come with the union package, of all operations or none. Here
 * are those of the operations in steps.ts, by TF.js's names of their kernels.
 */

type Attributes = Readonly<Record<string, unknown>>;
type Derivative = (dy: Tensor, saved: Tensor[], attributes: Attributes) => Record<string, () => Tensor>;

/** Undoes a broadcast: what went to many places comes back as their sum. */
function summedTo(dy: Tensor, shape: number[]): Tensor {
  const axes = broadcast_util.getReductionAxes(shape, dy.shape);
  return reshape(axes.length > 0 ? sum(dy, axes) : dy, shape);
}

/** d(a · b), or d(a · bᵀ): dy · bᵀ and aᵀ · dy. */
const product: Derivative = (dy, [a, b], { transposeB }) => ({
  a: () => matMul(dy, b as Tensor, false, !transposeB),
  b: () => (transposeB ? matMul(dy, a as Tensor, true) : matMul(a as Tensor, dy, true)),
});

/** Every number of a row gets what its sum or mean got. */
const spread =
  (share: (count: number) => number): Derivative =>
  (dy, [x]) => {
    const { shape, size } = x as Tensor;
    const rows = shape.map((length, axis) => (dy.size > 1 && axis < shape.length - 1 ? length : 1));
    return { x: () => mul(mul(reshape(dy, rows), share(size / dy.size)), onesLike(x as Tensor)) };
  };

function inverse(perm: readonly number[]): number[] {
  const out: number[] = [];
  perm.forEach((from, to) => {
    out[from] = to;
  });
  return out;
}

/** Kernels whose derivative needs the inputs named, or the output. */
const FROM_INPUTS: Readonly<Record<string, readonly [inputs: string[], Derivative]>> = {
  Add: [
    ['a', 'b'],
    (dy, [a, b]) => ({
      a: () => summedTo(dy, (a as Tensor).shape),
      b: () => summedTo(dy, (b as Tensor).shape),
    }),
  ],
  Sub: [
    ['a', 'b'],
    (dy, [a, b]) => ({
      a: () => summedTo(dy, (a as Tensor).shape),
      b: () => summedTo(neg(dy), (b as Tensor).shape),
    }),
  ],
  Multiply: [
    ['a', 'b'],
    (dy, [a, b]) => ({
      a: () => summedTo(mul(dy, b as Tensor), (a as Tensor).shape),
      b: () => summedTo(mul(dy, a as Tensor), (b as Tensor).shape),
    }),
  ],
  RealDiv: [
    ['a', 'b'],
    (dy, [a, b]) => ({
      a: () => summedTo(div(dy, b as Tensor), (a as Tensor).shape),
      b: () => summedTo(neg(div(mul(dy, a as Tensor), square(b as Tensor))), (b as Tensor).shape),
    }),
  ],
  BatchMatMul: [['a', 'b'], product],
  Sum: [['x'], spread(() => 1)],
  Mean: [['x'], spread((count) => 1 / count)],
  Square: [['x'], (dy, [x]) => ({ x: () => mul(dy, mul(x as Tensor, 2)) })],
  Relu: [['x'], (dy, [x]) => ({ x: () => mul(dy, step(x as Tensor)) })],
  Erf: [
    ['x'],
    (dy, [x]) => ({ x: () => mul(dy, mul(exp(neg(square(x as Tensor))), 2 / Math.sqrt(Math.PI))) }),
  ],
  Reshape: [['x'], (dy, [x]) => ({ x: () => reshape(dy, (x as Tensor).shape) })],
  Transpose: [[], (dy, _, { perm }) => ({ x: () => transpose(dy, inverse(perm as number[])) })],
};

const FROM_OUTPUT: Readonly<Record<string, readonly [input: string, (dy: Tensor, y: Tensor) => Tensor]>> = {
  Softmax: ['logits', (dy, y) => mul(sub(dy, sum(mul(dy, y), -1, true)), y)],
  Sqrt: ['x', (dy, y) => div(dy, mul(y, 2))],
  Sigmoid: ['x', (dy, y) => mul(dy, sub(y, square(y)))],
};

/** The parts of a split tensor, side by side again. */
const joined = (dy: Tensor | Tensor[], _: Tensor[], { axis }: Attributes) => ({
  x: () => concat(dy as Tensor[], axis as number),
});

function configs(): GradConfig[] {
  const fromInputs = Object.entries(FROM_INPUTS).map(([kernelName, [inputsToSave, gradFunc]]) => {
    return { kernelName, inputsToSave, gradFunc } as unknown as GradConfig;
  });
  const fromOutput = Object.entries(FROM_OUTPUT).map(([kernelName, [input, derivative]]): GradConfig => {
    const gradFunc = (dy: Tensor | Tensor[], [y]: Tensor[]) => ({
      [input]: () => derivative(dy as Tensor, y as Tensor),
    });
    return { kernelName, outputsToSave: [true], gradFunc };
  });
  return [...fromInputs, ...fromOutput, { kernelName: 'SplitV', gradFunc: joined as GradConfig['gradFunc'] }];
}

/** Makes TF.js able to differentiate the steps; a second call does nothing. */
export function registerDerivatives(): void {
  for (const config of configs()) if (!getGradient(config.kernelName)) registerGradient(config);
}
