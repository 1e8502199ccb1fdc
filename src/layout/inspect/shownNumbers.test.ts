import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionChanges, subLayerSizes } from '../../testing/arbitrary.ts';
import { make, stepOf } from '../../testing/inspected.ts';

/* What a reader gets who computes with the shown numbers, for the steps that are not sums. */

const at = fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 3 });
const seed = fc.nat({ max: 2 ** 31 });
const cells = fc.tuple(subLayerSizes, seed, attentionChanges, at).map(([...all]) => make(...all));
const shown = (value: number, decimals: number) => Number(value.toFixed(decimals));
/** One unit for what is put in, and half a one for the result’s own rounding. */
const within = (read: number, result: number, decimals: number, units = 1.51) => {
  expect(Math.abs(read - shown(result, decimals))).toBeLessThanOrEqual(units * 10 ** -decimals);
};

describe('with the shown numbers', () => {
  it('the shown products come out', () => {
    fc.assert(
      fc.property(cells, (made) => {
        const { plus, minus, decimals, factorDecimals } = stepOf(made, 'products');
        for (const term of [plus, minus]) {
          if (!term?.factors) continue;
          const [a, b] = term.factors.map((factor) => shown(factor, factorDecimals));
          within((a ?? 0) * (b ?? 0), term.value, decimals);
        }
      }),
    );
  });

  it('q·k ÷ √d is α, the sum before it the same number', () => {
    fc.assert(
      fc.property(cells, (made) => {
        const step = stepOf(made, 'scale');
        const root = step.factor === null ? 1 : shown(Math.sqrt(step.d), step.rootDecimals);
        const read = (shown(step.dot, step.dotDecimals) * (step.factor ?? 1)) / root;
        within(read, step.alpha, step.alphaDecimals);
        expect(stepOf(made, 'dot').sum.decimals).toBeGreaterThanOrEqual(step.dotDecimals);
      }),
    );
  });

  it('e^(α − the largest) ÷ the sum is α̂', () => {
    fc.assert(
      fc.property(cells, (made) => {
        const { own, largest, sum, alphaDecimals, weightDecimals, off } = stepOf(made, 'softmax');
        if (own.fate.fate !== 'open' || off === 'first') return;
        const exp = Math.exp(shown(own.alpha, alphaDecimals) - shown(largest, alphaDecimals));
        within(exp, own.exp, sum.decimals);
        within(shown(own.exp, sum.decimals) / shown(sum.total, sum.decimals), own.weight, weightDecimals);
      }),
    );
  });

  it('(a + b − μ) ÷ σ · gain + bias is what leaves Add & Norm', () => {
    fc.assert(
      fc.property(cells, (made) => {
        const step = stepOf(made, 'norm');
        const read = (value: number) => shown(value, step.inputDecimals);
        const m = step.dimension;
        // A spread of nothing is kept from being divided by through ε, which is not shown.
        if (step.before.deviation < 0.1) return;
        const x = read(step.a.values[m] ?? 0) + read(step.b.values[m] ?? 0);
        const z = (x - read(step.before.mean)) / read(step.before.deviation);
        within(z * read(step.gain) + read(step.bias), step.result.values[m] ?? 0, step.decimals, 2);
      }),
    );
  });
});
