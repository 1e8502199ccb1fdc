import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTENTION_KINDS,
  attentionStage,
  COMBINES,
  DEPTHS,
  type Frame,
  type Intervention,
  makeFrame,
  type StageName,
  type Token,
} from '../../contract/index.ts';
import { whyForbidden } from '../changes/forbidden.ts';
import { type PoolingChoice, pooledForbidden, pooledPatterns, valueStages } from './poolLayers.ts';
import { rowSums } from './rows.ts';

const LAYERS = 3;
const HEADS = 4;
const T = 5;
const WIDTH = 2;

const tokens = (count: number): readonly Token[] =>
  Array.from({ length: count }, (_, i) => ({
    id: i,
    text: `w${i}`,
    start: i,
    end: i,
    word: i,
    role: i === count - 1 ? 'end' : 'text',
  }));

/** A pattern of made-up rows that sum to 1. */
function patternOf(name: StageName, S: number, next: () => number): Frame {
  const data = Float32Array.from({ length: HEADS * T * S }, next);
  for (let row = 0; row < HEADS * T; row++) {
    const part = data.subarray(row * S, (row + 1) * S);
    const sum = part.reduce((a, b) => a + b, 0);
    part.forEach((x, i) => {
      part[i] = x / sum;
    });
  }
  return makeFrame(name, [HEADS, T, S], data);
}

/** All patterns of a model, T by T but across, and the values beside them. */
function modelOf(seed: number): {
  frames: ReadonlyMap<StageName, Frame>;
  values: ReadonlyMap<StageName, Frame>;
} {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 0.05 + state / 0x7fffffff;
  };
  const frames = new Map<StageName, Frame>();
  const values = new Map<StageName, Frame>();
  for (const kind of ATTENTION_KINDS) {
    for (let layer = 0; layer < LAYERS; layer++) {
      const [pattern, v] = [attentionStage(kind, layer, 'pattern'), attentionStage(kind, layer, 'v')];
      frames.set(pattern, patternOf(pattern, T, next));
      values.set(v, makeFrame(v, [HEADS, T, WIDTH], Float32Array.from({ length: HEADS * T * WIDTH }, next)));
    }
  }
  return { frames, values };
}

const choices = fc.record<PoolingChoice>({
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: fc.nat({ max: LAYERS - 1 }),
  heads: fc.uniqueArray(fc.nat({ max: HEADS - 1 }), { minLength: 1 }),
  combine: fc.constantFrom(...COMBINES),
  depth: fc.constantFrom(...DEPTHS),
  sink: fc.constantFrom('shown', 'hidden'),
  byValue: fc.boolean(),
});

const PLAIN: PoolingChoice = {
  kind: 'encoder',
  layer: 1,
  heads: [1],
  combine: 'side',
  depth: 'layer',
  sink: 'shown',
  byValue: false,
};

describe('pooledPatterns', () => {
  const { frames, values } = modelOf(7);

  it('gives rows that sum to the number of what was added, but for the largest', () => {
    fc.assert(
      fc.property(choices, (how) => {
        const pooled = pooledPatterns(frames, values, tokens(T), how);
        const apart = how.combine === 'side' && how.depth !== 'rollout';
        expect(pooled).toHaveLength(apart ? how.heads.length : 1);
        if (how.combine === 'max') return;
        for (const { matrix, full } of pooled)
          for (const sum of rowSums(matrix)) expect(sum).toBeCloseTo(full, 4);
      }),
    );
  });

  it('is the head’s own frame where nothing is put together', () => {
    const [one] = pooledPatterns(frames, values, tokens(T), PLAIN);
    const frame = frames.get('encoder.1.self.pattern');
    expect(one?.matrix.data).toEqual(frame?.data.subarray(T * T, 2 * T * T));
    expect(one).toMatchObject({ heads: [1], full: 1 });
  });

  it('weighs by values only when all of them are there, and asks for those it needs', () => {
    const how: PoolingChoice = { ...PLAIN, depth: 'mean', byValue: true };
    expect(valueStages(how)).toEqual(['encoder.0.self.v', 'encoder.1.self.v']);
    const [bare] = pooledPatterns(frames, new Map(), tokens(T), how);
    const [plain] = pooledPatterns(frames, values, tokens(T), { ...how, byValue: false });
    const [by] = pooledPatterns(frames, values, tokens(T), how);
    expect(bare?.matrix.data).toEqual(plain?.matrix.data);
    expect(by?.matrix.data).not.toEqual(plain?.matrix.data);
    expect(valueStages({ ...how, depth: 'rollout' })).toEqual([]);
  });

  it('has no picture of heads or layers that are not there', () => {
    expect(pooledPatterns(frames, values, tokens(T), { ...PLAIN, heads: [HEADS] })).toEqual([]);
    expect(pooledPatterns(frames, values, tokens(T), { ...PLAIN, layer: LAYERS, depth: 'mean' })).toEqual([]);
    expect(pooledPatterns(new Map(), values, tokens(T), { ...PLAIN, depth: 'rollout' })).toEqual([]);
  });

  it('leaves the sink’s columns empty', () => {
    fc.assert(
      fc.property(choices, (how) => {
        for (const { matrix } of pooledPatterns(frames, values, tokens(T), { ...how, sink: 'hidden' })) {
          for (let row = 0; row < T; row++) {
            expect([matrix.data[row * T], matrix.data[row * T + T - 1]]).toEqual([0, 0]);
          }
        }
      }),
    );
  });
});

describe('pooledForbidden', () => {
  const cell = (heads: readonly number[] | null, layer: number | null): Intervention => ({
    type: 'forbid',
    kind: 'encoder',
    layer,
    heads,
    mode: 'before',
    cells: [{ query: 2, key: 1 }],
  });
  const why = (changes: readonly Intervention[], how: PoolingChoice, heads: readonly number[]) => {
    const grid = pooledForbidden(changes, how, heads, { T, S: T });
    return grid && whyForbidden(grid, { query: 2, key: 1 });
  };

  it('says nothing where no mask or cell of the kind was changed', () => {
    expect(why([], PLAIN, [1])).toBeNull();
    expect(why([{ ...cell(null, null), kind: 'cross' } as Intervention], PLAIN, [1])).toBeNull();
  });

  it('names a cell that all heads and layers drawn as one may not read', () => {
    expect(why([cell([1], 1)], PLAIN, [1])).toBe('before');
    expect(why([cell([1], 1)], PLAIN, [1, 2])).toBe('none');
    expect(why([cell([1], 1)], { ...PLAIN, depth: 'mean' }, [1])).toBe('none');
    expect(why([cell(null, null)], { ...PLAIN, depth: 'sum' }, [1, 2])).toBe('before');
  });

  it('hides nothing of a rollout but what the decoder’s own mask does', () => {
    const how: PoolingChoice = { ...PLAIN, kind: 'decoder', depth: 'rollout' };
    expect(why([{ ...cell(null, null), kind: 'decoder' } as Intervention], how, [0])).toBeNull();
    const open: Intervention = {
      type: 'mask',
      kind: 'decoder',
      layer: null,
      heads: null,
      mask: 'none',
      size: 1,
    };
    expect(why([open], how, [0])).toBe('none');
  });
});
