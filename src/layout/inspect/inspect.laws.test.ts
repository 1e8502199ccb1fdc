import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame, Intervention } from '../../contract/index.ts';
import { attentionChanges, type SubLayerSizes, subLayerSizes } from '../../testing/arbitrary.ts';
import { make, stepOf } from '../../testing/inspected.ts';
import { runs } from '../../testing/long.ts';
import { INSPECT_STEPS, type InspectStepName, inspectNeeds, inspectStages, inspectStep } from '../index.ts';

const at = fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 3 });
const seed = fc.nat({ max: 2 ** 31 });
const SIZES: SubLayerSizes = { kind: 'cross', T: 3, S: 5, H: 2, Dh: 7 };

describe('laws', () => {
  it('every step of every cell agrees with the frames, whatever was changed', () => {
    const holds = (sizes: SubLayerSizes, s: number, changes: readonly Intervention[], where: number[]) => {
      const made = make(sizes, s, changes, where);
      for (const name of INSPECT_STEPS) {
        const step = stepOf(made, name);
        expect(step.checks.length).toBeGreaterThan(0);
        for (const check of step.checks)
          expect(check, `${name} ${JSON.stringify(check)}`).toMatchObject({ agrees: true });
      }
    };
    fc.assert(fc.property(subLayerSizes, seed, attentionChanges, at, holds), { numRuns: runs(80, 400) });
  });

  it('a frame that is wrong by a thousandth of its largest number is found', () => {
    const stages = [
      'q',
      'k',
      'v',
      'scores',
      'pattern',
      'headOutput',
      'attentionOutput',
      'afterAttention',
    ] as const;
    const holds = (stage: (typeof stages)[number], s: number) => {
      const made = make(SIZES, s, [], [1, 2, 3]);
      const name = inspectStages('cross', 1, 3)[stage];
      const frame = made.source.frames.get(name) as Frame;
      const largest = frame.data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      const data = frame.data.map((x) => x + 0.003 * largest);
      const frames = new Map(made.source.frames).set(name, { ...frame, data });
      const checks = INSPECT_STEPS.flatMap(
        (step) => stepOf({ ...made, source: { ...made.source, frames } }, step).checks,
      );
      expect(checks.some((check) => check.stage === name && !check.agrees)).toBe(true);
    };
    fc.assert(fc.property(fc.constantFrom(...stages), seed, holds));
  });

  it('each step waits for what it needs, and for nothing else', () => {
    const holds = (name: InspectStepName, sizes: SubLayerSizes, lost: number) => {
      const made = make(sizes, 1, [], [0, 0, 0]);
      const stages = inspectStages(sizes.kind, 1, 3);
      const { needs, weights } = inspectNeeds(name);
      const only = new Map(
        needs.flatMap((need) => {
          const frame = made.source.frames.get(stages[need]);
          return frame ? [[stages[need], frame] as const] : [];
        }),
      );
      const own = new Map(
        [...made.source.weights].filter(([h]) => weights === 'all' || h === made.place.head),
      );
      const source = { ...made.source, frames: only, weights: weights === 'none' ? new Map() : own };
      expect(inspectStep(name, made.place, source).name).toBe(name);
      const gone = stages[needs[lost % needs.length] ?? 'q'];
      const without = new Map(only);
      without.delete(gone);
      const waiting = inspectStep(name, made.place, { ...source, frames: without });
      expect(waiting).toMatchObject({ name: 'waiting', stages: expect.arrayContaining([gone]) });
      if (weights !== 'none')
        expect(inspectStep(name, made.place, { ...source, weights: new Map() })).toMatchObject({
          name: 'waiting',
          stages: [],
          weights,
        });
    };
    fc.assert(fc.property(fc.constantFrom(...INSPECT_STEPS), subLayerSizes, fc.nat({ max: 9 }), holds));
  });
});
