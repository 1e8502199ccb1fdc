import { type Tensor, tensor, zeros } from '@tensorflow/tfjs';
import {
  attentionStage,
  axesOf,
  type Intervention,
  type ModelInfo,
  type StageName,
} from '../../../contract/index.ts';
import type { Differentiable, DifferentiableOutput } from '../../architectures/index.ts';
import { padded } from '../../backends/device.ts';
import type { AttentionSite } from '../../changes/plan.ts';
import type { BackendSession } from '../../run/run.ts';
import { type AttentionRules, rulesOf } from './rules.ts';

/** Ids, and what is changed on their way. */
export interface TokenInput {
  readonly source: readonly number[];
  /** The start mark first. */
  readonly decoderInput: readonly number[];
  readonly changes: readonly Intervention[];
}

/** The forward pass over a passage as a function of what is added to each pattern. */
export interface Prepared {
  /** Every attention of the model; the patterns and what is added to them stand in this order. */
  readonly sites: readonly AttentionSite[];
  /** Of every site [H, C, C′]: nothing to add. */
  readonly zeros: Tensor[];
  run(nudges: readonly Tensor[]): DifferentiableOutput;
}

export const patternOf = ({ kind, layer }: AttentionSite): StageName =>
  attentionStage(kind, layer, 'pattern');

/** Every attention of the model, over these lengths. */
function attentionsOf({ source, decoderInput }: TokenInput, info: ModelInfo): AttentionSite[] {
  return info.sites.flatMap(({ kind, layers, heads, headWidth }) => {
    const { queries, keys } = axesOf(kind, { source: source.length, target: decoderInput.length });
    const site = { kind, heads, headWidth, queryStart: 0, rows: queries, keys };
    return Array.from({ length: layers }, (_, layer) => ({ ...site, layer }));
  });
}

/** [C] as float32, padded. @param capacity C */
function idTensor(ids: readonly number[], capacity: number, info: ModelInfo): Tensor {
  const data = new Float32Array(capacity).fill(info.padId);
  data.set(ids);
  return tensor(data, [capacity], 'float32');
}

/** All tensors live in the caller's scope. */
export function prepare(
  { info, device }: BackendSession,
  forward: Differentiable,
  passage: TokenInput,
): Prepared {
  const { source, decoderInput, changes } = passage;
  const capacity = { source: padded(device, source.length), target: padded(device, decoderInput.length) };
  const sites = attentionsOf(passage, info);
  const rules = new Map<StageName, AttentionRules>();
  const nothing = sites.map((site) => {
    const { queries: rows, keys } = axesOf(site.kind, capacity);
    rules.set(patternOf(site), rulesOf(changes, site, { rows, keys }));
    return zeros([site.heads, rows, keys]);
  });
  const run = forward({
    source: idTensor(source, capacity.source, info),
    target: idTensor(decoderInput, capacity.target, info),
    changes,
    rules,
  });
  return {
    sites,
    zeros: nothing,
    run: (nudges) => run(new Map(sites.map((site, i) => [patternOf(site), nudges[i] as Tensor]))),
  };
}
