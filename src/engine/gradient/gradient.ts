import { div, grads, matMul, type Tensor, tensor, zeros } from '@tensorflow/tfjs-core';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  attentionStage,
  EngineError,
  type Frame,
  type Intervention,
  type ModelInfo,
  type Part,
  type RunRequest,
  type StageName,
} from '../../contract/index.ts';
import type { MarianWeights } from '../architectures/marianWeights.ts';
import { withSizesCompiledIn } from '../backend.ts';
import { changedPositions } from '../changes/places.ts';
import type { AttentionSite } from '../changes/plan.ts';
import { type Device, padded } from '../device.ts';
import { embed } from '../ops/embed.ts';
import { frameOf } from '../record.ts';
import { scoped } from '../scope.ts';
import { registerDerivatives } from './derivatives.ts';
import { type ForwardInput, type ForwardOutput, forward } from './forward.ts';
import { type AttentionRules, rulesOf } from './rules.ts';
import { affine, logProbability } from './steps.ts';

/** A given target, and what may be changed on the way to it. */
export interface Question {
  readonly source: readonly number[];
  /** The start mark first. */
  readonly decoderInput: readonly number[];
  readonly changes: readonly Intervention[];
  readonly temperature: number;
}

/** @throws EngineError `bad-request` for a target that is not given, or a row or id that is not there */
export function questionOf(request: RunRequest, info: ModelInfo, row: number, id: number): Question {
  const refuse: (argument: string, expected: string, got: string) => never = (argument, expected, got) => {
    throw new EngineError('bad-request', 'gradient', argument, expected, got);
  };
  if (!request.target) refuse('target', 'a given one', 'none');
  const decoderInput = [info.startId, ...request.target];
  const within = (n: number, end: number) => Number.isInteger(n) && n >= 0 && n < end;
  if (!within(row, decoderInput.length))
    refuse('row', `a decoder row from 0 to ${decoderInput.length - 1}`, `${row}`);
  if (!within(id, info.vocabulary)) refuse('id', `an id from 0 to ${info.vocabulary - 1}`, `${id}`);
  return {
    source: request.source,
    decoderInput,
    changes: request.changes ?? [],
    temperature: request.decoding?.temperature ?? 1,
  };
}

/** Every attention of the model, over these lengths. */
function sitesOf({ source, decoderInput }: Question, info: ModelInfo): AttentionSite[] {
  const sitesOfKind = (kind: AttentionKind): AttentionSite[] => {
    const { layers, heads } = kind === 'encoder' ? info.encoder : info.decoder;
    const rows = kind === 'encoder' ? source.length : decoderInput.length;
    const keys = kind === 'decoder' ? decoderInput.length : source.length;
    const site = { kind, heads, headWidth: info.width / heads, queryStart: 0, rows, keys };
    return Array.from({ length: layers }, (_, layer) => ({ ...site, layer }));
  };
  return ATTENTION_KINDS.flatMap(sitesOfKind);
}

const nameOf = ({ kind, layer }: AttentionSite): StageName => attentionStage(kind, layer, 'pattern');

/** What enters a stack: [1, C, D], padded. */
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
  const places = changedPositions(changes, part, 0, capacity, info.width);
  const positions = places ? tensor(places, [capacity, info.width], 'float32') : weights.positions;
  const table = part === 'encoder' ? weights.encoderTable : weights.decoderTable;
  return embed(tensor(data, [capacity], 'float32'), table, positions, scaleOf(info), 0);
}

const scaleOf = (info: ModelInfo): number => (info.scaleEmbedding ? Math.sqrt(info.width) : 1);

/** The forward pass as a function of what is added to each pattern, and zeros to add. Tensors live in the caller's scope. */
export function differentiable(
  weights: MarianWeights,
  info: ModelInfo,
  device: Device,
  question: Question,
): {
  readonly sites: readonly AttentionSite[];
  readonly zeros: Tensor[];
  run(nudges: Tensor[]): ForwardOutput;
} {
  const { source, decoderInput, changes } = question;
  const sites = sitesOf(question, info);
  const sizes = sites.map(({ rows, keys }) => ({ rows: padded(device, rows), keys: padded(device, keys) }));
  const enter = (part: Part, ids: readonly number[]) =>
    embedded(weights, info, part, ids, padded(device, ids.length), changes);
  const rules = new Map<StageName, AttentionRules>(
    sites.map((site, i) => [nameOf(site), rulesOf(changes, site, sizes[i] as (typeof sizes)[number])]),
  );
  const input: Omit<ForwardInput, 'nudges'> = {
    source: enter('encoder', source),
    target: enter('decoder', decoderInput),
    rules,
  };
  return {
    sites,
    zeros: sites.map(({ heads }, i) => zeros([heads, sizes[i]?.rows ?? 0, sizes[i]?.keys ?? 0])),
    run: (nudges) => {
      const named = new Map(sites.map((site, i) => [nameOf(site), nudges[i] as Tensor]));
      return forward(weights, info, { ...input, nudges: named });
    },
  };
}

/** [1, 1, size]: 1 at one place. (TF.js's `oneHot` gives whole numbers on wasm, whatever it is asked for.) */
function at(place: number, size: number): Tensor {
  const data = new Float32Array(size);
  data[place] = 1;
  return tensor(data, [1, 1, size], 'float32');
}

/**
 * ∂ log P(id after decoder row `row`) ÷ ∂ α̂ of every pattern: a zero is added to each weight, after mask, softmax and whatever is
 * changed, and the logarithm is differentiated by it. So a weight that the mask forbids has a gradient too: what a little of it would do.
 */
export function gradientOf(
  weights: MarianWeights,
  info: ModelInfo,
  device: Device,
  question: Question,
  of: { readonly row: number; readonly id: number },
): Promise<ReadonlyMap<StageName, Frame>> {
  registerDerivatives();
  return scoped(async () => {
    const { sites, found } = withSizesCompiledIn(() => {
      const { sites, zeros, run } = differentiable(weights, info, device, question);
      const place = at(of.row, padded(device, question.decoderInput.length));
      const wanted = at(of.id, info.vocabulary);
      const written = (...nudges: Tensor[]): Tensor => {
        const row = matMul(place, run(nudges).output); // [1, 1, D]
        const logits = div(affine(row, weights.unembed), question.temperature); // [1, 1, V]
        return logProbability(logits, wanted);
      };
      return { sites, found: grads(written)(zeros) };
    });
    const data = await device.read(found);
    const frame = ({ rows, keys, ...site }: AttentionSite, i: number): [StageName, Frame] => {
      const name = attentionStage(site.kind, site.layer, 'pattern');
      const kept = { tensor: found[i] as Tensor, lay: { as: 'cells' } as const, rows, keys };
      return [name, frameOf(name, kept, data[i] as Float32Array)];
    };
    return new Map(sites.map(frame));
  });
}
