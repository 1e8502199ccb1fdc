import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFrame } from '../../contract/index.ts';
import { stageCellAt, stageCellRect, stageField, stageHeatLayout, zeroShare } from './stageField.ts';

const stage = (values: readonly number[], shape: readonly number[]) =>
  makeFrame('encoder.0.output', shape, Float32Array.from(values));

describe('stageField', () => {
  it('reads [T, D] as one block and [H, T, X] as one for each head', () => {
    const flat = stageField('after', stage([1, -2, 3, 4, 5, 6], [2, 3]), null);
    expect(flat).toMatchObject({ rows: 2, blocks: 1, columns: 3, limit: 6, signed: true });
    expect(flat.at({ query: 1, key: 0 })).toBe(4);
    const heads = stageField('after', stage([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [2, 3, 2]), null);
    expect(heads).toMatchObject({ rows: 3, blocks: 2, columns: 2, signed: false });
    expect(heads.at({ query: 2, key: 1 })).toBe(6);
    expect(heads.at({ query: 0, key: 2 })).toBe(7);
  });

  it('has one limit for before and after, and its own for the difference', () => {
    const [after, before] = [stage([1, 2], [1, 2]), stage([1, -9], [1, 2])];
    expect(stageField('after', after, before).limit).toBe(9);
    expect(stageField('before', after, before).limit).toBe(9);
    expect(stageField('before', after, before).at({ query: 0, key: 1 })).toBe(-9);
    expect(stageField('difference', after, before).limit).toBe(11);
    expect(stageField('difference', after, before).at({ query: 0, key: 1 })).toBe(11);
    expect(stageField('difference', after, null).at({ query: 0, key: 1 })).toBe(2);
  });

  it('is not bleached by a few numbers that stand far out, and says how large they are', () => {
    const values = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1 : -1) * (i / 100));
    const flat = stageField('after', stage([...values.slice(0, 199), -27], [2, 100]), null);
    expect(flat.limit).toBeCloseTo(1.97, 6);
    expect(flat.largest).toBe(27);
    const even = stageField('after', stage(values, [2, 100]), null);
    expect(even.limit).toBe(even.largest);
    // Almost all are 0: the few others are all there is to see.
    const few = stageField('after', stage([...Array(199).fill(0), 5], [2, 100]), null);
    expect(few.limit).toBe(5);
  });

  it('leaves shares of 1 as they are', () => {
    const pattern = makeFrame('encoder.0.self.pattern', [1, 1, 200], new Float32Array(200).fill(0.001));
    pattern.data[3] = 0.801;
    expect(stageField('after', pattern, null).limit).toBeCloseTo(0.801, 6);
  });

  it('counts the numbers that are exactly 0', () => {
    expect(zeroShare(stage([0, 1, 0, -1e-9], [2, 2]))).toBe(0.5);
  });

  it('refuses other shapes', () => {
    expect(() => stageField('after', stage([1], [1]), null)).toThrow('expected [T, D] or [H, T, X], got [1]');
  });
});

describe('stageHeatLayout', () => {
  it('keeps blocks apart and inside, and finds the cell it draws', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 200 }),
      blocks: fc.integer({ min: 1, max: 16 }),
      columns: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (field, r, c) => {
        const layout = stageHeatLayout(field, { widthPx: 268, heightPx: 200, leftPx: 60 });
        const last = layout.blocks.at(-1);
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(layout.widthPx, 6);
        const [query, key] = [r % field.rows, c % (field.blocks * field.columns)];
        const block = layout.blocks[Math.floor(key / field.columns)];
        if (!block) throw new Error('no block');
        const x = block.x + (((key % field.columns) + 0.5) / field.columns) * block.width;
        const at = stageCellAt(layout, field, x, (query + 0.5) * layout.cellHeightPx);
        expect(at).toEqual({ query, key });
        const mark = stageCellRect(layout, field, { query, key });
        expect(mark.left + mark.width / 2).toBeCloseTo(x, 6);
        expect(mark.width).toBeGreaterThanOrEqual(5);
        expect(mark.top).toBe(query * layout.cellHeightPx);
        expect(stageCellAt(layout, field, -1, 1)).toBeNull();
        expect(stageCellAt(layout, field, 1, layout.heightPx + 1)).toBeNull();
      }),
    );
  });
});
