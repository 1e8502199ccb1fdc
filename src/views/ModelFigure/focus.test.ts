import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FocusAt, type FocusKey, type FocusRow, moveFocus } from './focus.ts';

const row = (lane: number, y: number, heads = 8, columns = heads): FocusRow => ({
  lane,
  heads,
  columns,
  box: { x: lane * 270, y, width: 230, height: 26 },
});
/** Encoder rows at 300 and 400; decoder rows at 100, 200, 300, 400. */
const rows = [row(0, 300), row(0, 400), row(1, 100), row(1, 200), row(1, 300), row(1, 400)];
const at = (r: number, head: number): FocusAt => ({ row: r, head });

describe('moveFocus', () => {
  it.each<[FocusAt, FocusKey, FocusAt, string]>([
    [at(0, 3), 'ArrowRight', at(0, 4), 'along the row'],
    [at(0, 3), 'ArrowDown', at(1, 3), 'down the stack'],
    [at(1, 3), 'ArrowDown', at(1, 3), 'stops at the bottom'],
    [at(0, 3), 'ArrowUp', at(0, 3), 'stops at the top'],
    [at(0, 7), 'ArrowRight', at(4, 0), 'across to the row of the same height'],
    [at(5, 0), 'ArrowLeft', at(1, 7), 'back across'],
    [at(2, 0), 'ArrowLeft', at(0, 7), 'across to the nearest row where none is as high'],
    [at(0, 0), 'ArrowLeft', at(0, 0), 'stops at the left edge'],
    [at(5, 7), 'ArrowRight', at(5, 7), 'stops at the right edge'],
    [at(0, 3), 'Home', at(0, 0), 'to the row’s first head'],
    [at(0, 3), 'End', at(0, 7), 'to the row’s last head'],
  ])('%j %s leads to %j: %s', (from, key, to) => expect(moveFocus(rows, from, key)).toEqual(to));

  it('moves between the lines of a row, and into the next row only from its last line', () => {
    const wrapped = [row(0, 100, 10, 4), row(0, 200, 10, 4)];
    expect(moveFocus(wrapped, at(0, 1), 'ArrowDown')).toEqual(at(0, 5));
    expect(moveFocus(wrapped, at(0, 7), 'ArrowDown')).toEqual(at(0, 9));
    expect(moveFocus(wrapped, at(0, 9), 'ArrowDown')).toEqual(at(1, 1));
    expect(moveFocus(wrapped, at(1, 1), 'ArrowUp')).toEqual(at(0, 9));
    expect(moveFocus(wrapped, at(1, 3), 'ArrowUp')).toEqual(at(0, 9));
  });

  it('never leaves the figure, and up undoes down where rows are alike', () => {
    const key = fc.constantFrom<FocusKey>('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End');
    fc.assert(
      fc.property(fc.nat(5), fc.nat(7), fc.array(key, { maxLength: 30 }), (r, head, moves) => {
        const end = moves.reduce((here, move) => moveFocus(rows, here, move), at(r, head));
        expect(end.head).toBeLessThan(rows[end.row]?.heads ?? 0);
        const down = moveFocus(rows, end, 'ArrowDown');
        if (down.row !== end.row) expect(moveFocus(rows, down, 'ArrowUp')).toEqual(end);
      }),
    );
  });
});
