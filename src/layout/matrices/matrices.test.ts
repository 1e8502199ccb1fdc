import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATRIX_WORDS, type MatrixWords } from '../../contract/index.ts';
import { attentionChanges, subLayerSizes } from '../../testing/arbitrary.ts';
import { make } from '../../testing/inspected.ts';
import { headTables, MATRICES, type MatrixName } from './matrices.ts';
import { cellInPlace, matrixFlow } from './matrixFlow.ts';
import { flowSizes, type MatrixPlace, WORD_APART } from './matrixPlace.ts';

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
  words: fc.constantFrom(...MATRIX_WORDS),
  T: fc.integer({ min: 1, max: 120 }),
  S: fc.integer({ min: 1, max: 120 }),
  widthPx: fc.integer({ min: 320, max: 1400 }),
  heightPx: fc.integer({ min: 380, max: 900 }),
  labelPx: fc.integer({ min: 10, max: 96 }),
  fontPx: fc.constant(12),
});

type Box = Pick<MatrixPlace, 'x' | 'y' | 'width' | 'height'>;

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 1e-6 ||
  b.x + b.width <= a.x + 1e-6 ||
  a.y + a.height <= b.y + 1e-6 ||
  b.y + b.height <= a.y + 1e-6;

describe('matrixFlow', () => {
  it('has a place for every matrix, none upon another, all inside', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const { places, words, isPile, widthPx, heightPx } = matrixFlow(room);
        expect(places.map((place) => place.name).sort()).toEqual([...MATRICES].sort());
        const inside = ({ x, y, width, height }: Box) => {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(widthPx + 1e-6);
          expect(y + height).toBeLessThanOrEqual(heightPx + 1e-6);
        };
        expect(widthPx).toBeLessThanOrEqual(room.widthPx);
        for (const a of [...places, ...words]) {
          inside(a);
          expect(a.width).toBeGreaterThan(8);
          expect(a.height).toBeGreaterThan(0);
          for (const b of [...places, ...words]) {
            const meet = `${'name' in a ? a.name : a.axis} and ${'name' in b ? b.name : b.axis}`;
            if (a !== b) expect(apart(a, b), meet).toBe(true);
          }
        }
        if (!isPile && Math.max(room.T, room.S) * 3 < room.heightPx / 6)
          expect(heightPx).toBeLessThanOrEqual(room.heightPx);
      }),
    );
  });

  it('of a single word is no wider than its room', () => {
    const room = { words: 'rows', T: 1, S: 1, widthPx: 545, heightPx: 380, labelPx: 89, fontPx: 12 } as const;
    expect(matrixFlow(room).widthPx).toBeLessThanOrEqual(room.widthPx);
  });

  it('shows a piece of every lane over and under the formula that stands across it', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const { places, lanes } = matrixFlow(room);
        const { onePx } = flowSizes(room);
        for (const { along, from, to, start } of lanes) {
          if (along === 'x') continue;
          const place = places.find(({ x, y }) => x === start && y === to);
          const under = place?.caption.upPx ?? 0;
          expect(under).toBeGreaterThanOrEqual(4);
          expect(to - from - under - onePx).toBeGreaterThanOrEqual(4);
        }
      }),
    );
  });

  it('has words on every side that has some', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const { places, words } = matrixFlow(room);
        const of = (name: MatrixName) => places.find((place) => place.name === name);
        const isSame = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-6;
        const along = (name: MatrixName, axis: 'query' | 'key', side: 'left' | 'above') =>
          words.some((place) => {
            const it = of(name);
            if (place.axis !== axis || place.side !== side || !it) return false;
            return side === 'left'
              ? isSame(it.y, place.y) && isSame(it.height, place.height)
              : isSame(it.x, place.x) && isSame(it.width, place.width);
          });
        const isRows = room.words === 'rows';
        for (const name of ['I', 'Q', 'O'] as const)
          expect(along(name, 'query', isRows ? 'left' : 'above'), name).toBe(true);
        for (const name of ['A', 'Ahat'] as const) {
          expect(along(name, 'query', isRows ? 'left' : 'above'), name).toBe(true);
          expect(along(name, 'key', isRows ? 'above' : 'left'), name).toBe(true);
        }
        const isUp = (name: MatrixName) => of(name)?.turned === true;
        for (const name of ['K', 'V'] as const)
          expect(along(name, 'key', isUp(name) ? 'above' : 'left'), name).toBe(true);
      }),
    );
  });

  it('puts factors where a product reads them: left of it and above it', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const { places, isPile } = matrixFlow(room);
        if (isPile) return;
        const of = (name: MatrixName) => places.find((place) => place.name === name);
        const products = {
          rows: [
            ['I', 'Wq', 'Q'],
            ['Q', 'K', 'A'],
            ['Ahat', 'V', 'O'],
          ],
          columns: [
            ['Wq', 'I', 'Q'],
            ['K', 'Q', 'A'],
            ['V', 'Ahat', 'O'],
          ],
        } as const;
        for (const [left, above, result] of products[room.words]) {
          expect(of(left)).toMatchObject({ y: of(result)?.y, height: of(result)?.height });
          expect(of(above)).toMatchObject({ x: of(result)?.x, width: of(result)?.width });
        }
        // Maps are alike, and so are the vectors of one head.
        const size = (name: MatrixName) => ({ width: of(name)?.width, height: of(name)?.height });
        expect(size('Wk')).toEqual(size('Wq'));
        expect(size('Wv')).toEqual(size('Wq'));
        const side = room.words === 'rows' ? 'width' : 'height';
        expect(new Set((['Wq', 'Q', 'V', 'O'] as const).map((name) => of(name)?.[side])).size).toBe(1);
      }),
    );
  });

  it('draws a matrix turned round where its words are no longer rows', () => {
    const room = { T: 14, S: 14, widthPx: 700, heightPx: 320, labelPx: 60, fontPx: 13 };
    const turned = (words: MatrixWords) =>
      matrixFlow({ ...room, words }).places.flatMap((place) => (place.turned ? [place.name] : []));
    expect(turned('rows')).toEqual(['K']);
    expect([...turned('columns')].sort()).toEqual(MATRICES.filter((name) => name !== 'K').sort());
  });

  it('leaves room for each of fourteen words beside the rows and over the columns', () => {
    const room = { T: 14, S: 14, widthPx: 700, heightPx: 324, labelPx: 58, fontPx: 13 };
    const { words } = matrixFlow({ ...room, words: 'rows' });
    const pitches = words
      .filter(({ by }) => by !== 'V')
      .map((w) => (w.side === 'left' ? w.height : w.width) / 14);
    for (const pitch of pitches) expect(pitch).toBeGreaterThanOrEqual(13 * WORD_APART - 1e-6);
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
