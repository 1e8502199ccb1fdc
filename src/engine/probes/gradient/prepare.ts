import { type Tensor, tensor, zeros } from '@tensorflow/tfjs';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  attentionStage,
  type Intervention,
  type ModelInfo,
  type Part,
  type StageName,
} from '../../../contract/index.ts';
import type { MarianWeights } from '../../architectures/marian/weights.ts';
import { padded } from '../../backends/device.ts';
import type { AttentionSite } from '../../changes/plan.ts';
import { changedPositions } from '../../changes/positions.ts';
import { embed } from '../../kernels/embedding/embed.ts';
import type { Seat } from '../../run/run.ts';
import { type ForwardOutput, forward } from './forward.ts';
import { type AttentionRules, rulesOf } from './rules.ts';

/** Ids, and what is changed on their way. */
export interface Passage {
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
  run(nudges: readonly Tensor[]): ForwardOutput;
}

export const patternOf = ({ kind, layer }: AttentionSite): StageName =>
  attentionStage(kind, layer, 'pattern');

/** Every attention of the model, over these lengths. */
function sitesOf({ source, decoderInput }: Passage, info: ModelInfo): AttentionSite[] {
  const sitesOfKind = (kind: AttentionKind): AttentionSite[] => {
    const { layers, heads } = kind === 'encoder' ? info.encoder : info.decoder;
    const rows = kind === 'encoder' ? source.length : decoderInput.length;
    const keys = kind === 'decoder' ? decoderInput.length : source.length;
    const site = { kind, heads, headWidth: info.width / heads, queryStart: 0, rows, keys };
    return Array.from({ length: layers }, (_, layer) => ({ ...site, layer }));
  };
  return ATTENTION_KINDS.flatMap(sitesOfKind);
}

/** What enters a stack: [1, C, D]. @param capacity C */
function embedded(
  weights: MarianWeights,
  info: ModelInfo,
  part: Part,
  ids: readonly number[],
  capacity: number,
  changes: readonly Intervention[],
): Tensor {
  const data = new Float32Array(capacity).fill(info.padId);
  data.set(ids);
  const places = changedPositions(changes, part, 0, capacity, weights.ownPositions);
  const positions = places ? tensor(places, [capacity, info.width], 'float32') : weights.positions;
  const table = part === 'encoder' ? weights.encoderTable : weights.decoderTable;
  const scale = info.scaleEmbedding ? Math.sqrt(info.width) : 1;
  return embed(tensor(data, [capacity], 'float32'), table, positions, scale, 0);
}

/** All tensors live in the caller's scope. */
export function prepare({ weights, info, device }: Seat, passage: Passage): Prepared {
  const { source, decoderInput, changes } = passage;
  const [sourceCapacity, targetCapacity] = [
    padded(device, source.length),
    padded(device, decoderInput.length),
  ];
  const sites = sitesOf(passage, info);
  const rules = new Map<StageName, AttentionRules>();
  const nothing = sites.map((site) => {
    const rows = site.kind === 'encoder' ? sourceCapacity : targetCapacity;
    const keys = site.kind === 'decoder' ? targetCapacity : sourceCapacity;
    rules.set(patternOf(site), rulesOf(changes, site, { rows, keys }));
    return zeros([site.heads, rows, keys]);
  });
  const input = {
    source: embedded(weights, info, 'encoder', source, sourceCapacity, changes),
    target: embedded(weights, info, 'decoder', decoderInput, targetCapacity, changes),
    rules,
  };
  return {
    sites,
    zeros: nothing,
    run: (nudges) => {
      const named = new Map(sites.map((site, i) => [patternOf(site), nudges[i] as Tensor]));
      return forward(weights, info, { ...input, nudges: named });
    },
  };
}
