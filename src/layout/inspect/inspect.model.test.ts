import { expect, it } from 'vitest';
import {
  ATTENTION,
  ATTENTION_KINDS,
  ATTENTION_STAGES,
  type AttentionKind,
  attentionStage,
  type HeadWeights,
  type ModelInfo,
  type StageName,
  siteOf,
} from '../../contract/index.ts';
import { engineFor } from '../../engine/testing/engineFor.ts';
import { modelFromDisk } from '../../testing/fixtures.ts';
import { headWeightsFrom } from '../../testing/index.ts';
import { runs } from '../../testing/long.ts';
import { INSPECT_STEPS, inspectStep } from '../index.ts';

const SENTENCES = runs(5, 10);
const CELLS_EACH = 20;

/** Whole numbers below a limit, always the same ones: mulberry32. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function allStages(info: ModelInfo): readonly StageName[] {
  return ATTENTION_KINDS.flatMap((kind) => {
    const { part } = ATTENTION[kind];
    const layers = Array.from({ length: info[part].layers }, (_, layer) => layer);
    return layers.flatMap((layer): StageName[] => [
      `${part}.${layer}.input`,
      `${part}.${layer}.output`,
      ...ATTENTION_STAGES.map((stage) => attentionStage(kind, layer, stage)),
    ]);
  });
}

const CELLS = SENTENCES * CELLS_EACH;

it(`${CELLS} random cells of random sentences: every step agrees with the engine’s frames`, async () => {
  const model = modelFromDisk('en-fr');
  const { info } = model;
  const engine = await engineFor(model, 'wasm');
  const draw = drawFrom(20_250_701);
  const words = (count: number) => Array.from({ length: count }, () => 2 + draw(info.vocabulary - 2));
  const known = new Map<string, ReadonlyMap<number, HeadWeights>>();
  const weightsOf = (kind: AttentionKind, layer: number) => {
    const key = `${kind} ${layer}`;
    const heads = Array.from({ length: siteOf(info, kind).heads }, (_, head) => head);
    const made =
      known.get(key) ??
      new Map(heads.map((head) => [head, headWeightsFrom(model.parameters, info, kind, layer, head)]));
    known.set(key, made);
    return made;
  };
  const seen = new Set<string>();
  let worst = 0;
  for (let sentence = 0; sentence < SENTENCES; sentence++) {
    const source = [...words(1 + draw(20)), info.endId];
    const { frames } = await engine.run({
      source,
      target: words(1 + draw(18)),
      stages: allStages(info),
    });
    for (let i = 0; i < CELLS_EACH; i++) {
      const kind = ATTENTION_KINDS[draw(3)] ?? 'encoder';
      const { layers, heads } = siteOf(info, kind);
      const layer = draw(layers);
      const [, T = 0, S = 0] = frames.get(attentionStage(kind, layer, 'pattern'))?.shape ?? [];
      const cell = { query: draw(T), key: draw(S) };
      const place = { kind, layer, head: draw(heads), cell, encoderLayers: info.encoder.layers };
      seen.add(`${kind} ${layer}`);
      for (const name of INSPECT_STEPS) {
        const step = inspectStep(name, place, { frames, weights: weightsOf(kind, layer), changes: [] });
        expect(step.name).toBe(name);
        for (const check of step.name === 'waiting' ? [] : step.checks) {
          expect(check, `${name} of ${JSON.stringify(place)}`).toMatchObject({ agrees: true });
          worst = Math.max(worst, Math.abs(check.computed - check.frame) / check.tolerance);
        }
      }
    }
  }
  engine.dispose();
  expect(seen.size).toBe(3 * info.encoder.layers);
  // In single precision on the processor: far inside the limits that webgl is given.
  expect(worst).toBeLessThan(0.2);
});
