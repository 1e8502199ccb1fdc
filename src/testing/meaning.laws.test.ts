import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ATTENTION,
  ATTENTION_KINDS,
  attentionStage,
  type Engine,
  FATES,
  fatesOf,
  type HeadAt,
  type Intervention,
  type ModelInfo,
  meaningOf,
  ownMasks,
  PARTS,
  placesOf,
  positionsOf,
} from '../contract/index.ts';
import { attentionPlan, FORBIDDEN, OPEN, unchangedPlan, ZEROED } from '../engine/changes/plan.ts';
import { change } from '../engine/testing/arbitrary.ts';
import { engineFor } from '../engine/testing/engineFor.ts';
import { forbiddenOf, WHYS } from '../layout/index.ts';
import { normalChanges } from '../state/changes/normal.ts';
import { saidChanges } from '../state/testing/arbitrary.ts';
import { attentionChanges, subLayerSizes } from './arbitrary.ts';
import { modelFromDisk } from './fixtures.ts';
import { make, stepOf } from './inspected.ts';
import { runs } from './long.ts';

/* Engine, pictures, inspector and the one form of changes all read contract/meaning/; here they say the same. */

const [LAYERS, HEADS] = [3, 4];
const count = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

/** Of each cell of a head what the engine masks, OPEN where it masks nothing. */
function maskedCells(changes: readonly Intervention[], { kind, layer, head }: HeadAt, T: number, S: number) {
  const site = { kind, layer, heads: HEADS, headWidth: 8, queryStart: 0, rows: T, keys: S };
  const { cells } = attentionPlan(changes, site) ?? unchangedPlan(site);
  return [...cells.subarray(head * T * S, (head + 1) * T * S)];
}

const CELL = { open: OPEN, forbidden: FORBIDDEN, zeroed: ZEROED };
const WHY_CELL = {
  none: OPEN,
  own: FORBIDDEN,
  mask: FORBIDDEN,
  first: FORBIDDEN,
  before: FORBIDDEN,
  after: ZEROED,
};

const heads: fc.Arbitrary<HeadAt> = fc.record({
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: fc.nat(LAYERS - 1),
  head: fc.nat(HEADS - 1),
});
const size = fc.integer({ min: 1, max: 9 });

describe('for any changes', () => {
  it('the hatching of a head is what the engine masks, and its own where the unchanged model masks it', () => {
    const holds = (changes: readonly Intervention[], at: HeadAt, T: number, keys: number) => {
      const S = ATTENTION[at.kind].sub === 'self' ? T : keys;
      const { why } = forbiddenOf(changes, at, T, S);
      const masked = maskedCells(changes, at, T, S);
      expect(Array.from(why, (code) => WHY_CELL[WHYS[code] ?? 'none'])).toEqual(masked);
      const own = maskedCells([], at, T, S);
      const { masks } = meaningOf(changes, at);
      const isOwnOn = ownMasks(at.kind).every(({ mask }) => masks.some((held) => held.mask === mask));
      why.forEach((code, i) => {
        if (WHYS[code] === 'own') expect(own[i]).toBe(FORBIDDEN);
        if (WHYS[code] === 'mask' && isOwnOn) expect(own[i]).toBe(OPEN);
      });
    };
    fc.assert(fc.property(fc.array(change, { maxLength: 6 }), heads, size, size, holds), {
      numRuns: runs(300, 3000),
    });
  });

  it('the inspector’s fate of every cell is what the engine masks', () => {
    const where = fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(subLayerSizes, attentionChanges, where, (sizes, changes, at) => {
        const made = make(sizes, 1, changes, at);
        const { fates } = stepOf(made, 'mask');
        const S = fates.length;
        const { query } = made.place.cell;
        const masked = maskedCells(changes, made.place, query + 1, S).slice(query * S);
        expect(fates.map(({ fate }) => CELL[fate])).toEqual(masked);
      }),
      { numRuns: runs(300, 1500) },
    );
  });

  it('their one form means the same: fates, heads off, factors and positions', () => {
    const meant = (changes: readonly Intervention[], at: HeadAt) => {
      const meaning = meaningOf(changes, at);
      const fates = fatesOf(meaning, { queryStart: 0, rows: 5, keys: 6 });
      return { ...meaning, forbidden: null, fates: Array.from(fates, (code) => FATES[code]?.fate) };
    };
    const positions = (changes: readonly Intervention[]) =>
      PARTS.map((part) => {
        const held = positionsOf(changes, part);
        return held && placesOf(held, 0, 20);
      });
    fc.assert(
      fc.property(saidChanges, heads, (changes, at) => {
        const normal = normalChanges(changes);
        expect(meant(normal, at)).toEqual(meant(changes, at));
        expect(positions(normal)).toEqual(positions(changes));
      }),
      { numRuns: runs(300, 3000) },
    );
  });
});

describe('in a run of the engine', () => {
  let engine: Engine;
  let info: ModelInfo;
  beforeAll(async () => {
    const model = modelFromDisk('relu-scaled');
    info = model.info;
    engine = await engineFor(model, 'cpu');
  });
  afterAll(() => engine.dispose());

  it('the cells whose α̂ is 0 are those that are hatched, of every head', async () => {
    const ids = fc.array(fc.nat(9999), { minLength: 1, maxLength: 8 });
    const holds = async (
      changes: readonly Intervention[],
      from: readonly number[],
      to: readonly number[],
    ) => {
      const word = (id: number) => id % info.vocabulary;
      const request = { source: [...from.map(word), info.endId], target: to.map(word), stages: [], changes };
      const { frames } = await engine.run(request);
      for (const { kind, layers } of info.sites) {
        for (const layer of count(layers)) {
          const { shape, data } = frames.get(attentionStage(kind, layer, 'pattern')) ?? {
            shape: [],
            data: [],
          };
          const [H = 0, T = 0, S = 0] = shape;
          expect(H * T * S).toBeGreaterThan(0);
          for (const head of count(H)) {
            const { why } = forbiddenOf(changes, { kind, layer, head }, T, S);
            const zeros = Array.from(data.slice(head * T * S, (head + 1) * T * S), (weight) => weight === 0);
            expect(zeros).toEqual(Array.from(why, (code) => code !== 0));
          }
        }
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 5 }), ids, ids, holds), {
      numRuns: runs(60, 400),
    });
  });
});
