import type { Intervention } from '../contract/index.ts';
import {
  type InspectPlace,
  type InspectSource,
  type InspectStep,
  type InspectStepName,
  inspectStep,
} from '../layout/index.ts';
import { type SubLayerSizes, subLayerOf } from './arbitrary.ts';
import { subLayerFrames } from './subLayer.ts';

/** A cell and its numbers. */
export interface Made {
  readonly place: InspectPlace;
  readonly source: InspectSource;
}

/** A cell of a made-up sub-layer; `at` says which head, query and key, each taken round where there are fewer. */
export function make(
  sizes: SubLayerSizes,
  seed: number,
  changes: readonly Intervention[],
  at: readonly number[],
): Made {
  const layer = subLayerOf(sizes, seed, changes);
  const [head = 0, query = 0, key = 0] = at;
  const cell = { query: query % layer.queries.length, key: key % layer.keys.length };
  const { kind, encoderLayers } = layer;
  return {
    place: { kind, layer: layer.layer, head: head % sizes.H, cell, encoderLayers },
    source: {
      frames: subLayerFrames(layer),
      weights: new Map(layer.heads.map((weights, h) => [h, weights])),
      changes,
    },
  };
}

type Of<Name extends InspectStepName> = Extract<InspectStep, { name: Name }>;

/** A step that must be there. */
export function stepOf<Name extends InspectStepName>({ place, source }: Made, name: Name): Of<Name> {
  const step = inspectStep(name, place, source);
  if (step.name !== name) throw new Error(`${name} waits: ${JSON.stringify(step)}`);
  return step as Of<Name>;
}
