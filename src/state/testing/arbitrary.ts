import fc from 'fast-check';
import {
  ATTENTION_KINDS,
  COMBINES,
  DEPTHS,
  type Decoding,
  EFFECTS_OF,
  FIGURE_FOLDS,
  FORBID_MODES,
  GRADIENT_SCALES,
  HEAD_MEASURES,
  type HeadSet,
  type Intervention,
  LANGUAGES,
  LEVELS,
  MASKS,
  MATRIX_WORDS,
  OFF_WAYS,
  PALETTES,
  POSITION_WAYS,
  PRESENTINGS,
  RANK_ORDERS,
  ROWS_AS,
  SCALES,
  SHOWNS,
  SINKS,
  THEMES,
  VIEWS,
  WAYS_OF_DECODING,
  WEIGHINGS,
} from '../../contract/index.ts';
import { FIELDS } from '../choice/fields.ts';
import type { Choice } from '../types.ts';

/** Small numbers, so that changes meet one another; `most` is the largest. */
const few = (most: number) => fc.integer({ min: 0, max: most });
const fewOrNull = (most: number) => fc.option(few(most), { nil: null });
const heads = fc.option(fc.uniqueArray(few(3), { minLength: 1, maxLength: 3 }), { nil: null });

const place: fc.Arbitrary<HeadSet> = fc.record({
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: fewOrNull(2),
  heads,
});
const cells = fc.array(fc.record({ query: fewOrNull(3), key: fewOrNull(3) }), { minLength: 1, maxLength: 5 });

const off = fc.record({ type: fc.constant('off' as const), way: fc.constantFrom(...OFF_WAYS) });
const forbid = fc.record({
  type: fc.constant('forbid' as const),
  mode: fc.constantFrom(...FORBID_MODES),
  cells,
});
const mask = fc.record({
  type: fc.constant('mask' as const),
  mask: fc.constantFrom(...MASKS),
  size: fc.integer({ min: 1, max: 4 }),
});
const scale = fc.record({
  type: fc.constant('scale' as const),
  factor: fc.option(fc.constantFrom(0, 0.5, 1, 2.25, -1), { nil: null }),
});
const positions = fc.record({
  type: fc.constant('positions' as const),
  part: fc.constantFrom('encoder' as const, 'decoder' as const),
  way: fc.constantFrom(...POSITION_WAYS),
  by: fc.integer({ min: -3, max: 3 }),
  seed: few(9),
});

/** Any change, as somebody might say it: not in its one form. */
export const anyChange: fc.Arbitrary<Intervention> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(place, fc.oneof(off, forbid, mask, scale))
      .map(([set, rest]) => ({ ...set, ...rest })),
  },
  { weight: 1, arbitrary: positions },
);
export const saidChanges = fc.array(anyChange, { maxLength: 8 });

/** In their one form. */
export const anyChanges = saidChanges.map((changes) => FIELDS.changes.check(changes) ?? []);

export const anyDecoding: fc.Arbitrary<Decoding> = fc.record({
  way: fc.constantFrom(...WAYS_OF_DECODING),
  temperature: fc.integer({ min: 5, max: 500 }).map((n) => n / 100),
  topK: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null }),
  topP: fc.option(
    fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
    { nil: null },
  ),
  seed: fc.integer({ min: 0, max: 999_999 }),
  width: fc.integer({ min: 1, max: 8 }),
});

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const whole = fc.integer({ min: 0, max: 999 });
const head = { kind: fc.constantFrom(...ATTENTION_KINDS), layer: whole, head: whole };
const ascending = (numbers: number[]): number[] => numbers.sort((a, b) => a - b);

/** Any choice a state can hold. */
export const anyChoice: fc.Arbitrary<Choice> = fc.record({
  text: anyText,
  target: fc.option(anyText, { nil: null }),
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: whole,
  heads: fc.uniqueArray(whole, { minLength: 1, maxLength: 9 }).map(ascending),
  combine: fc.constantFrom(...COMBINES),
  cell: fc.option(fc.record({ query: whole, key: whole }), { nil: null }),
  view: fc.constantFrom(...VIEWS),
  scale: fc.constantFrom(...SCALES),
  level: fc.constantFrom(...LEVELS),
  mass: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
  changes: anyChanges,
  decoding: anyDecoding,
  shown: fc.constantFrom(...SHOWNS),
  hidden: fc.array(fc.record(head), { maxLength: 9 }).map((list) => FIELDS.hidden.check(list) ?? []),
  inspect: fc.integer({ min: 0, max: 20 }),
  step: fc.option(whole, { nil: null }),
  weigh: fc.constantFrom(...WEIGHINGS),
  word: fc.option(whole, { nil: null }),
  candidate: fc.option(whole, { nil: null }),
  gradientScale: fc.constantFrom(...GRADIENT_SCALES),
  depth: fc.constantFrom(...DEPTHS),
  sink: fc.constantFrom(...SINKS),
  rows: fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { maxLength: 9 }).map(ascending),
  rowsAs: fc.constantFrom(...ROWS_AS),
  measure: fc.constantFrom(...HEAD_MEASURES),
  order: fc.constantFrom(...RANK_ORDERS),
  effectOf: fc.constantFrom(...EFFECTS_OF),
  other: fc.option(fc.record({ text: fc.option(anyText, { nil: null }), ...head }), { nil: null }),
  names: fc
    .array(fc.record({ ...head, name: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }) }), {
      maxLength: 5,
    })
    .map((list) => FIELDS.names.check(list) ?? []),
  figure: fc.constantFrom(...FIGURE_FOLDS),
  presenting: fc.constantFrom(...PRESENTINGS),
  matrixWords: fc.constantFrom(...MATRIX_WORDS),
  palette: fc.constantFrom(...PALETTES),
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom(...LANGUAGES),
  model: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,30}$/),
  backend: fc.constantFrom('auto', 'webgl', 'wasm', 'cpu'),
});
