import type { Cell } from '../../contract/index.ts';

export interface GridState {
  /** Where the keys stand. */
  readonly cell: Cell;
  readonly pinned: Cell | null;
  /** Rows and columns. */
  readonly T: number;
  readonly S: number;
}

export interface GridKey {
  readonly key: string;
  /** Control, or Command on a Mac. */
  readonly control: boolean;
}

export type GridAct =
  | { readonly type: 'move'; readonly cell: Cell }
  | { readonly type: 'pin'; readonly cell: Cell | null }
  /** Enter on the pinned cell: up to where its number comes from. */
  | { readonly type: 'explain'; readonly cell: Cell }
  /** Escape with nothing pinned: the one around the grid may close or give up the focus. */
  | { readonly type: 'leave' };

/** Rows that Page Up and Page Down go. */
export const PAGE_ROWS = 5;

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

/** Two cells, or two times no cell, are the same. */
export function sameCell(a: Cell | null, b: Cell | null): boolean {
  return a === b || (a !== null && b !== null && a.query === b.query && a.key === b.key);
}

/** A cell moved inside a matrix of T × S. */
export function clampCell(cell: Cell, T: number, S: number): Cell {
  return { query: clamp(cell.query, T), key: clamp(cell.key, S) };
}

const STEPS: Readonly<Record<string, (at: Cell, control: boolean) => Cell>> = {
  ArrowUp: ({ query, key }) => ({ query: query - 1, key }),
  ArrowDown: ({ query, key }) => ({ query: query + 1, key }),
  ArrowLeft: ({ query, key }) => ({ query, key: key - 1 }),
  ArrowRight: ({ query, key }) => ({ query, key: key + 1 }),
  PageUp: ({ query, key }) => ({ query: query - PAGE_ROWS, key }),
  PageDown: ({ query, key }) => ({ query: query + PAGE_ROWS, key }),
  Home: ({ query }, control) => ({ query: control ? 0 : query, key: 0 }),
  End: ({ query }, control) => ({
    query: control ? Number.MAX_SAFE_INTEGER : query,
    key: Number.MAX_SAFE_INTEGER,
  }),
};

/**
 * What a key does in a grid, after the ARIA Authoring Practices: one cell per arrow, stopping at the edges. Null for
 * a key that is not the grid's. A move at the edge is a move to the same cell, so that the page does not scroll
 * instead.
 */
export function gridAct(state: GridState, { key, control }: GridKey): GridAct | null {
  if (state.T === 0 || state.S === 0) return null;
  if (key === 'Escape') return state.pinned ? { type: 'pin', cell: null } : { type: 'leave' };
  if (key === 'Enter') {
    return { type: sameCell(state.pinned, state.cell) ? 'explain' : 'pin', cell: state.cell };
  }
  if (control && key.startsWith('Arrow')) return null;
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  return step ? { type: 'move', cell: clampCell(step(state.cell, control), state.T, state.S) } : null;
}
