import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../contract/index.ts';
import { clampCell, gridAct, sameCell } from './gridKeys.ts';

const at = (query: number, key: number): Cell => ({ query, key });
const press = (key: string, cell: Cell, control = false, pinned: Cell | null = null) =>
  gridAct({ cell, pinned, T: 12, S: 7 }, { key, control });
const moved = (query: number, key: number) => ({ type: 'move', cell: at(query, key) });

describe('gridAct', () => {
  it('moves one cell per arrow: up and down between queries, left and right between keys', () => {
    expect(press('ArrowDown', at(2, 3))).toEqual(moved(3, 3));
    expect(press('ArrowUp', at(2, 3))).toEqual(moved(1, 3));
    expect(press('ArrowLeft', at(2, 3))).toEqual(moved(2, 2));
    expect(press('ArrowRight', at(2, 3))).toEqual(moved(2, 4));
  });

  it('stops at the edges', () => {
    expect(press('ArrowUp', at(0, 0))).toEqual(moved(0, 0));
    expect(press('ArrowRight', at(0, 6))).toEqual(moved(0, 6));
    expect(press('PageDown', at(10, 2))).toEqual(moved(11, 2));
    expect(press('PageUp', at(3, 2))).toEqual(moved(0, 2));
  });

  it('goes to the ends of the row, and with control of the grid', () => {
    expect(press('Home', at(4, 3))).toEqual(moved(4, 0));
    expect(press('End', at(4, 3))).toEqual(moved(4, 6));
    expect(press('Home', at(4, 3), true)).toEqual(moved(0, 0));
    expect(press('End', at(4, 3), true)).toEqual(moved(11, 6));
  });

  it('goes five rows with the page keys', () => {
    expect(press('PageDown', at(2, 3))).toEqual(moved(7, 3));
    expect(press('PageUp', at(8, 3))).toEqual(moved(3, 3));
  });

  it('pins, pins another cell, and explains the one that is pinned', () => {
    expect(press('Enter', at(1, 1))).toEqual({ type: 'pin', cell: at(1, 1) });
    expect(press('Enter', at(1, 1), false, at(1, 1))).toEqual({ type: 'explain', cell: at(1, 1) });
    expect(press('Enter', at(1, 2), false, at(1, 1))).toEqual({ type: 'pin', cell: at(1, 2) });
  });

  it('un-pins on Escape, and leaves when nothing is pinned', () => {
    expect(press('Escape', at(1, 1), false, at(5, 5))).toEqual({ type: 'pin', cell: null });
    expect(press('Escape', at(1, 1))).toEqual({ type: 'leave' });
  });

  it("leaves other keys, and everybody's control keys, alone", () => {
    for (const key of ['a', ' ', 'Tab', 'F5', 'toString', '__proto__'])
      expect(press(key, at(1, 1))).toBeNull();
    expect(press('ArrowLeft', at(1, 1), true)).toBeNull();
    expect(gridAct({ cell: at(0, 0), pinned: null, T: 0, S: 0 }, { key: 'Home', control: false })).toBeNull();
  });

  it('never leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    const steps = fc.array(fc.record({ key: fc.constantFrom(...keys), control: fc.boolean() }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), steps, (T, S, presses) => {
        let cell = at(0, 0);
        for (const key of presses) {
          const act = gridAct({ cell, pinned: null, T, S }, key);
          if (act?.type === 'move') cell = act.cell;
          expect(cell).toEqual(clampCell(cell, T, S));
        }
      }),
    );
  });
});

it('knows same cells', () => {
  expect(sameCell(at(1, 2), at(1, 2))).toBe(true);
  expect(sameCell(at(1, 2), at(2, 1))).toBe(false);
  expect(sameCell(null, null)).toBe(true);
  expect(sameCell(null, at(0, 0))).toBe(false);
});
