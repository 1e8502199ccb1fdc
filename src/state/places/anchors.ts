import { holdsPlaces } from '../changes/ask.ts';
import {
  type Anchor,
  type Anchors,
  type Choice,
  type ChoicePatch,
  PLACED_FIELDS,
  type PlacedField,
  type Work,
  type WorkPatch,
} from '../types.ts';

/** Whether a value of a placed field holds any position. */
const HOLDS: { readonly [F in PlacedField]: (value: Choice[F]) => boolean } = {
  cell: (cell) => cell !== null,
  rows: (rows) => rows.length > 0,
  word: (word) => word !== null,
  changes: holdsPlaces,
};

function holds<F extends PlacedField>(field: F, value: Choice[F]): boolean {
  return HOLDS[field](value);
}

/** The anchors of a patch: those of each placed field that holds a position. */
export function anchorsOf(patch: ChoicePatch, anchor: (field: PlacedField) => Anchor | undefined): Anchors {
  const found = PLACED_FIELDS.flatMap((field) => {
    const value = patch[field];
    const own = value === undefined || !holds(field, value) ? undefined : anchor(field);
    return own === undefined ? [] : [[field, own] as const];
  });
  return Object.fromEntries(found);
}

/** A work from a link: its positions count its own texts. */
export function workOf(patch: WorkPatch, firstText: string): Work {
  const anchor = { text: patch.text ?? firstText, target: patch.target ?? null };
  return { patch, anchors: anchorsOf(patch, () => anchor) };
}

/** A value without its positions: what holds none stays. */
const UNPLACED: { readonly [F in PlacedField]: (value: Choice[F]) => Choice[F] } = {
  cell: () => null,
  rows: () => [],
  word: () => null,
  changes: (changes) => changes.filter((change) => !holdsPlaces([change])),
};

export function unplaced<F extends PlacedField>(field: F, value: Choice[F]): Choice[F] {
  return UNPLACED[field](value);
}
