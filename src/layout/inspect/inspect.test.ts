import { describe, expect, it } from 'vitest';
import type { Intervention, StageName } from '../../contract/index.ts';
import type { SubLayerSizes } from '../../testing/arbitrary.ts';
import { make, stepOf } from '../../testing/inspected.ts';
import { inspectStages, inspectStep, mappedNumber } from '../index.ts';

const SIZES: SubLayerSizes = { kind: 'cross', T: 3, S: 5, H: 2, Dh: 7 };
const sample = (changes: readonly Intervention[] = []) => make(SIZES, 5, changes, [1, 1, 2]);

describe('the story of a cell', () => {
  it('begins with the words’ vectors and follows the number with the largest product', () => {
    const made = sample();
    const project = stepOf(made, 'project');
    const products = stepOf(made, 'products');
    const q = made.source.frames.get('decoder.1.cross.q')?.data ?? [];
    expect([...project.q.values]).toEqual([...q.slice((1 * 3 + 1) * 7, (1 * 3 + 2) * 7)]);
    expect(project.dimension).toBe(products.products.largest);
    const { sum } = mappedNumber(project, 'q', project.dimension);
    expect(sum.total).toBe(project.q.values[project.dimension]);
    expect(sum.terms).toHaveLength(2);
    expect(sum.folded?.count).toBe(12);
    const sizes = [...products.products.values].map(Math.abs);
    expect(sizes[products.products.largest]).toBe(Math.max(...sizes));
    const [plus, minus] = [products.plus?.value ?? 0, products.minus?.value ?? 0];
    expect(Math.max(plus, -minus)).toBe(Math.max(...sizes));
  });

  it('makes each number of q, k and v of a row of its map, the word’s vector and the bias', () => {
    const project = stepOf(sample(), 'project');
    for (const map of ['q', 'k', 'v'] as const)
      for (let n = 0; n < 7; n++) {
        const number = mappedNumber(project, map, n);
        const input = map === 'q' ? project.queryInput : project.keyInput;
        expect(number.weights.values).toHaveLength(input.values.length);
        const products = Array.from(number.weights.values, (w, at) => w * (input.values[at] ?? 0));
        expect([...number.terms.values]).toEqual(products);
        const whole = products.reduce((all, one) => all + one, project.maps[map].bias[n] ?? 0);
        expect(whole).toBeCloseTo(project[map].values[n] ?? Number.NaN, 4);
        expect(number.sum.total).toBe(project[map].values[n]);
      }
  });

  it('reads its keys from the encoder’s last layer when the decoder reads the English', () => {
    expect(inspectStages('cross', 2, 4)).toMatchObject({
      queryInput: 'decoder.2.self.afterAttention',
      keyInput: 'encoder.3.output',
      q: 'decoder.2.cross.q',
    });
    expect(inspectStages('decoder', 2, 4)).toMatchObject({
      queryInput: 'decoder.2.input',
      keyInput: 'decoder.2.input',
    });
    expect(inspectStages('encoder', 0, 4)).toMatchObject({
      keyInput: 'encoder.0.input',
      v: 'encoder.0.self.v',
    });
  });

  it('adds the products up, divides, and ends at the Frame’s α', () => {
    const made = sample();
    const [dot, scale] = [stepOf(made, 'dot'), stepOf(made, 'scale')];
    const products = stepOf(made, 'products').products.values;
    expect([...dot.products.values]).toEqual(dot.order.map((n) => products[n]));
    expect([...dot.order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    // The picture goes as the sum beneath it is written.
    expect(dot.order.slice(0, 5)).toEqual(dot.sum.terms.map(({ index }) => index));
    expect([...dot.products.values].reduce((all, one) => all + one, 0)).toBeCloseTo(dot.sum.total, 12);
    expect(scale.dot).toBeCloseTo(dot.sum.total, 12);
    expect(scale.alpha).toBeCloseTo(dot.sum.total / Math.sqrt(7), 5);
    expect(scale).toMatchObject({ d: 7, factor: 1 });
    expect(scale.before[2]).toBe(scale.dot);
    expect(scale.after[2]).toBe(scale.alpha);
  });

  it('takes the scale from the changes', () => {
    const scaleBy = (factor: number | null): readonly Intervention[] => [
      { type: 'scale', kind: 'cross', layer: null, heads: null, factor },
    ];
    const undivided = stepOf(sample(scaleBy(null)), 'scale');
    expect(undivided.alpha).toBeCloseTo(undivided.dot, 5);
    const twice = stepOf(sample(scaleBy(2)), 'scale');
    expect(twice.alpha).toBeCloseTo((2 * twice.dot) / Math.sqrt(7), 5);
  });

  it('tells a masked cell from one that was forbidden, and one set to 0 from both', () => {
    const forbid = (mode: 'before' | 'after'): readonly Intervention[] => [
      { type: 'forbid', mode, kind: 'cross', layer: 1, heads: [1], cells: [{ query: 1, key: 2 }] },
    ];
    expect(stepOf(sample(), 'mask')).toMatchObject({ fate: { fate: 'open', reason: null } });
    const before = sample(forbid('before'));
    expect(stepOf(before, 'mask')).toMatchObject({
      fate: { fate: 'forbidden', reason: 'cell' },
      masked: Number.NEGATIVE_INFINITY,
    });
    expect(stepOf(before, 'softmax')).toMatchObject({ own: { exp: 0, weight: 0 } });
    expect(stepOf(before, 'softmax').rowSum).toBeCloseTo(1, 5);
    const after = sample(forbid('after'));
    expect(stepOf(after, 'softmax').own.exp).toBeGreaterThan(0);
    expect(stepOf(after, 'softmax').own.weight).toBe(0);
    expect(stepOf(after, 'softmax').rowSum).toBeLessThan(1);
    const decoder = make({ ...SIZES, kind: 'decoder' }, 5, [], [1, 1, 2]);
    expect(stepOf(decoder, 'mask').fate).toEqual({ fate: 'forbidden', reason: 'causal' });
  });

  it('has a story for a row all of whose keys are forbidden', () => {
    const changes: readonly Intervention[] = [
      {
        type: 'forbid',
        mode: 'before',
        kind: 'cross',
        layer: null,
        heads: null,
        cells: [{ query: 1, key: null }],
      },
    ];
    const softmax = stepOf(sample(changes), 'softmax');
    expect(softmax.sum.total).toBe(0);
    expect(softmax.largest).toBe(Number.NEGATIVE_INFINITY);
    expect(softmax.rowSum).toBe(0);
    expect([...stepOf(sample(changes), 'values').b.values]).toEqual(new Array(7).fill(0));
  });

  it('says what a head that is off gives', () => {
    const off = (way: 'zero' | 'mean' | 'first'): readonly Intervention[] => [
      { type: 'off', way, kind: 'cross', layer: null, heads: [1] },
    ];
    expect(stepOf(sample(off('zero')), 'values')).toMatchObject({ off: 'zero' });
    expect(Math.max(...stepOf(sample(off('zero')), 'output').part.values.map(Math.abs))).toBe(0);
    const first = make(SIZES, 5, off('first'), [1, 1, 0]);
    expect(stepOf(first, 'softmax')).toMatchObject({ off: 'first', own: { weight: 1 } });
    expect(stepOf(first, 'mask').fate).toEqual({ fate: 'open', reason: null });
    const aside = make(SIZES, 5, off('first'), [1, 1, 2]);
    expect(stepOf(aside, 'mask').fate).toEqual({ fate: 'forbidden', reason: 'first' });
    expect(stepOf(first, 'values').b.values).toEqual(stepOf(first, 'values').v.values);
    const [mean, unchanged] = [sample(off('mean')), sample()];
    expect(stepOf(mean, 'values').weighted).toEqual(stepOf(unchanged, 'values').weighted);
    expect(stepOf(mean, 'values').b).not.toEqual(stepOf(unchanged, 'values').b);
  });

  it('joins all heads, and ends at mean 0 and deviation 1 before gain and bias', () => {
    const made = sample();
    const [output, norm] = [stepOf(made, 'output'), stepOf(made, 'norm')];
    expect(output.heads).toHaveLength(2);
    expect(output.sum.terms.map((term) => term.index).sort()).toEqual([0, 1]);
    expect(norm.dimension).toBe(output.dimension);
    expect(norm.after.mean).toBeCloseTo(0, 10);
    expect(norm.after.deviation).toBeCloseTo(1, 4);
    const m = norm.dimension;
    expect(norm.added.values[m]).toBeCloseTo((norm.a.values[m] ?? 0) + (norm.b.values[m] ?? 0), 10);
    const z = ((norm.added.values[m] ?? 0) - norm.before.mean) / norm.before.deviation;
    expect(z * norm.gain + norm.bias).toBeCloseTo(norm.result.values[m] ?? 0, 3);
  });

  it('waits when a frame is of a shorter sentence', () => {
    const made = sample();
    const far = { ...made.place, cell: { query: 1, key: 5 } };
    expect(inspectStep('products', far, made.source)).toMatchObject({
      name: 'waiting',
      stages: ['decoder.1.cross.k', 'decoder.1.cross.scores'] satisfies StageName[],
    });
  });
});
