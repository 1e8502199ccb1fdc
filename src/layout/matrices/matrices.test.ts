import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionChanges, subLayerSizes } from '../../testing/arbitrary.ts';
import { make } from '../../testing/inspected.ts';
import { headTables, MATRICES, type MatrixName } from './matrices.ts';
import { cellInPlace, matrixFlow } from './matrixFlow.ts';

const at = fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 3 });
const heads = fc.tuple(subLayerSizes, fc.nat({ max: 1000 }), attentionChanges, at);

/** a [n, m] times b [m, p]. */
function product(a: readonly number[][], b: readonly number[][]): number[][] {
  return a.map((row) => (b[0] ?? []).map((_, c) => row.reduce((sum, x, m) => sum + x * (b[m]?.[c] ?? 0), 0)));
}

describe('headTables', () => {
  it('hold the head’s matrices, which multiply as their names say', () => {
    fc.assert(
      fc.property(heads, ([sizes, seed, changes, where]) => {
        const { place, source } = make(sizes, seed, changes, where);
        const tables = headTables(place, source);
        expect([...tables.keys()]).toEqual([...MATRICES]);
        const rows = (name: MatrixName) => {
          const table = tables.get(name);
          if (!table) throw new Error(name);
          return Array.from({ length: table.rows }, (_, r) => [
            ...table.data.subarray(r * table.columns, (r + 1) * table.columns),
          ]);
        };
        const weights = source.weights.get(place.head);
        const q = product(rows('I'), rows('Wq')).map((row) =>
          row.map((x, e) => x + (weights?.qBias[e] ?? 0)),
        );
        q.forEach((row, t) => {
          row.forEach((x, e) => {
            expect(x).toBeCloseTo(rows('Q')[t]?.[e] ?? Number.NaN, 4);
          });
        });
        const isOff = changes.some((change) => change.type === 'off');
        if (isOff) return;
        product(rows('Ahat'), rows('V')).forEach((row, t) => {
          row.forEach((x, e) => {
            expect(x).toBeCloseTo(rows('O')[t]?.[e] ?? Number.NaN, 4);
          });
        });
        const { shut, columns } = tables.get('Ahat') ?? { shut: null, columns: 1 };
        rows('Ahat')
          .flat()
          .forEach((weight, cell) => {
            if (shut?.[cell]) expect(weight, `cell ${cell} of ${columns}`).toBe(0);
          });
      }),
    );
  });

  it('are there as they arrive', () => {
    const { place, source } = make({ kind: 'encoder', T: 3, S: 3, H: 2, Dh: 4 }, 1, [], [0, 0, 0]);
    const q = source.frames.get('encoder.1.self.q');
    const frames = new Map(q ? [[q.name, q]] : []);
    expect([...headTables(place, { ...source, frames, weights: new Map() }).keys()]).toEqual(['Q']);
    expect([...headTables({ ...place, head: 2 }, { ...source, frames }).keys()]).toEqual([]);
  });
});

const rooms = fc.record({
  T: fc.integer({ min: 1, max: 120 }),
  S: fc.integer({ min: 1, max: 120 }),
  widthPx: fc.integer({ min: 320, max: 1400 }),
  heightPx: fc.integer({ min: 380, max: 900 }),
  labelPx: fc.integer({ min: 10, max: 96 }),
  captionPx: fc.constant(40),
  fontPx: fc.constant(12),
});

describe('matrixFlow', () => {
  it('has a place for every matrix, none upon another, all inside', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const { places, isColumn, widthPx, heightPx } = matrixFlow(room);
        expect(places.map((place) => place.name).sort()).toEqual([...MATRICES].sort());
        for (const a of places) {
          expect(a.width).toBeGreaterThan(8);
          expect(a.height).toBeGreaterThan(0);
          expect(a.x).toBeGreaterThanOrEqual(room.labelPx);
          expect(a.x + a.width).toBeLessThanOrEqual(Math.min(widthPx, room.widthPx) + 1e-6);
          expect(a.y + a.height).toBeLessThanOrEqual(heightPx + 1e-6);
          for (const b of places) {
            if (a === b) continue;
            const apartX = a.x + a.width <= b.x || b.x + b.width <= a.x;
            const apartY = a.y + a.height <= b.y - room.captionPx || b.y + b.height <= a.y - room.captionPx;
            expect(apartX || apartY, `${a.name} and ${b.name}`).toBe(true);
          }
        }
        if (!isColumn && room.T * 3 < room.heightPx / 3) expect(heightPx).toBeLessThanOrEqual(room.heightPx);
      }),
    );
  });

  it('puts factors where a product reads them: left of it and above it', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const { places, isColumn } = matrixFlow(room);
        if (isColumn) return;
        const of = (name: MatrixName) => places.find((place) => place.name === name);
        for (const [left, above, result] of [
          ['I', 'Wq', 'Q'],
          ['Q', 'K', 'A'],
          ['Ahat', 'V', 'O'],
        ] as const) {
          expect(of(left)).toMatchObject({ y: of(result)?.y, height: of(result)?.height });
          expect(of(above)).toMatchObject({ x: of(result)?.x, width: of(result)?.width });
        }
        // Maps are alike, and so are the vectors of one head.
        const size = (name: MatrixName) => ({ width: of(name)?.width, height: of(name)?.height });
        expect(size('Wk')).toEqual(size('Wq'));
        expect(size('Wv')).toEqual(size('Wq'));
        expect(new Set((['Wq', 'Q', 'V', 'O'] as const).map((name) => of(name)?.width)).size).toBe(1);
      }),
    );
  });
});

describe('cellInPlace', () => {
  it('finds the cell under a point, turned or not', () => {
    const size = { rows: 3, columns: 4 };
    expect(cellInPlace({ width: 40, height: 30, turned: false }, size, 25, 11)).toEqual({
      row: 1,
      column: 2,
    });
    expect(cellInPlace({ width: 30, height: 40, turned: true }, size, 11, 25)).toEqual({ row: 1, column: 2 });
    expect(cellInPlace({ width: 40, height: 30, turned: false }, size, -5, 99)).toEqual({
      row: 2,
      column: 0,
    });
  });
});
