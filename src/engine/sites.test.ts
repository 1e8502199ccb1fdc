import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ATTENTION_STAGES,
  type AttentionStage,
  attentionStage,
  axesOf,
  type Engine,
  type Frame,
  LAYER_STAGES,
  PARTS,
  type RunResult,
  type Site,
  TEXT_OF,
} from '../contract/index.ts';
import { modelFromDisk } from '../testing/fixtures.ts';
import { architectureOf } from './architectures/index.ts';
import { engineFor } from './testing/engineFor.ts';

const MODELS = [...readdirSync('fixtures/models').filter((name) => !name.includes('.')), 'en-fr'];

/** More rows than keys elsewhere, so that no axis can stand for another. */
const LENGTHS = { source: 4, target: 6 };

/** What docs/ARCHITECTURE.md says of a stage's shape, in a site's own numbers. */
function shapeOf({ kind, heads, keyHeads, headWidth }: Site, stage: AttentionStage, width: number) {
  const { queries: T, keys: S } = axesOf(kind, LENGTHS);
  if (stage === 'q' || stage === 'headOutput') return [heads, T, headWidth];
  if (stage === 'k' || stage === 'v') return [keyHeads, S, headWidth];
  if (stage === 'scores' || stage === 'pattern') return [heads, T, S];
  return [T, width];
}

/** Whether some query reads a key that stands after it. */
const looksAhead = ({ shape: [, T = 0, S = 0], data }: Frame): boolean =>
  data.some((weight, i) => weight > 0 && i % S > Math.floor(i / S) % T);

describe.each(MODELS)('what the engine gives of %s is what its sites say', (name) => {
  const model = modelFromDisk(name);
  const { info } = model;
  const everywhere = info.sites.flatMap((site) =>
    Array.from({ length: site.layers }, (_, layer) => ({ site, layer })),
  );
  const layers = PARTS.flatMap((part) =>
    Array.from({ length: info[part].layers }, (_, layer) =>
      LAYER_STAGES.map((stage) => ({ part, name: `${part}.${layer}.${stage}` as const })),
    ).flat(),
  );
  let engine: Engine;
  let result: RunResult;
  beforeAll(async () => {
    engine = await engineFor(model, 'wasm');
    const ids = Array.from({ length: LENGTHS.target - 1 }, (_, i) => 2 + i);
    const attention = everywhere.flatMap(({ site, layer }) =>
      ATTENTION_STAGES.map((stage) => attentionStage(site.kind, layer, stage)),
    );
    const stages = [...attention, ...layers.map(({ name }) => name)];
    result = await engine.run({ source: [5, 6, 7, info.endId], target: ids, stages });
  });
  afterAll(() => engine.dispose());

  it('every stage of every attention has the shape of its site', () => {
    expect(result.frames.size).toBe(everywhere.length * ATTENTION_STAGES.length + layers.length);
    for (const { site, layer } of everywhere) {
      for (const stage of ATTENTION_STAGES) {
        const frame = result.frames.get(attentionStage(site.kind, layer, stage));
        expect(frame?.shape, frame?.name).toEqual(shapeOf(site, stage, info.width));
      }
    }
  });

  it('every other stage of every layer has a row for each word of its part', () => {
    for (const { part, name } of layers) {
      const width = name.endsWith('.inner') ? info[part].feedForward : info.width;
      expect(result.frames.get(name)?.shape, name).toEqual([LENGTHS[TEXT_OF[part]], width]);
    }
  });

  it('a query reads keys that stand after it where the site has no mask of its own, and nowhere else', () => {
    for (const { site, layer } of everywhere) {
      const frame = result.frames.get(attentionStage(site.kind, layer, 'pattern')) as Frame;
      expect(looksAhead(frame), frame.name).toBe(!site.causal);
    }
  });

  it('a head’s maps have its site’s width', () => {
    const { headWeights } = architectureOf(info);
    for (const { site, layer } of everywhere) {
      const { q, k, o } = headWeights(model.parameters, info, site.kind, layer, site.heads - 1);
      expect([q.length, k.length, o.length]).toEqual(Array(3).fill(info.width * site.headWidth));
    }
  });
});

it('a model without a family’s architecture is refused by name', () => {
  expect(() => architectureOf({ family: 'parrot' })).toThrow(
    'architectureOf: family: expected one of marian, got parrot',
  );
});
