import { dispose, keep, type Tensor } from '@tensorflow/tfjs-core';
import {
  axesOf,
  type ModelInfo,
  type Part,
  type PositionsReplaced,
  positionsOf,
  samePositions,
} from '../../contract/index.ts';
import type { CachedLayers, DecoderLayers, DecoderPass, EncoderPass } from '../architectures/index.ts';
import { type AttentionPlan, samePlan } from '../changes/plan.ts';
import type { Plans } from '../changes/plans.ts';

/*
 * What the last passes over all rows left behind, so that a change in layer n is computed from layer n on. A page
 * goes to and fro between the changed model and the unchanged one, so each has its own place.
 */

/** All that a stack's layers depend on, besides the weights. */
export interface StackKey {
  readonly ids: readonly number[];
  /** For the decoder, the encoder pass it reads. */
  readonly over: StackKey | null;
  readonly positions: PositionsReplaced | null;
  /** Of every layer, its attentions' plans. */
  readonly plans: readonly (readonly (AttentionPlan | null)[])[];
}

/** The key of a pass over all rows. @param over of the encoder pass a decoder reads; null for the encoder itself */
export function stackKey(
  plans: Plans,
  info: ModelInfo,
  ids: readonly number[],
  over: StackKey | null,
): StackKey {
  const part: Part = over ? 'decoder' : 'encoder';
  const lengths = { source: (over?.ids ?? ids).length, target: ids.length };
  const sites = info.sites.filter((site) => site.part === part);
  const plansOf = (layer: number) =>
    sites.map(({ kind }) => {
      const { queries, keys } = axesOf(kind, lengths);
      return plans.attention(kind, layer, { queryStart: 0, rows: queries, keys });
    });
  const layers = Array.from({ length: info[part].layers }, (_, layer) => layer);
  return { ids, over, positions: positionsOf(plans.changes, part), plans: layers.map(plansOf) };
}

const isUnchanged = ({ over, positions, plans }: StackKey): boolean =>
  positions === null && plans.flat().every((plan) => plan === null) && (over === null || isUnchanged(over));

const sameIds = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/** How many layers, from the lowest on, give the same numbers. */
function sharedLayers(a: StackKey, b: StackKey): number {
  if (a.over !== b.over || !sameIds(a.ids, b.ids) || !samePositions(a.positions, b.positions)) return 0;
  const differing = a.plans.findIndex((plans, layer) =>
    plans.some((plan, i) => !samePlan(plan, b.plans[layer]?.[i] ?? null)),
  );
  return differing < 0 ? a.plans.length : differing;
}

/** A pass's tensors, list by list. */
type Tensors<Pass> = { readonly [Name in keyof Pass]: readonly Tensor[] };

interface State<Pass> {
  readonly key: StackKey;
  readonly pass: Pass;
}

/** A tensor that outlives its scope: itself, or a second handle on one that belongs to another state. */
const keptAlive = (tensor: Tensor): Tensor => keep(tensor.kept ? tensor.clone() : tensor);

function keptPass<Pass extends Tensors<Pass>>(pass: Pass): Pass {
  const lists = Object.entries(pass) as [string, readonly Tensor[]][];
  return Object.fromEntries(
    lists.map(([name, tensors]) => [name, tensors.map(keptAlive)]),
  ) as unknown as Pass;
}

/** What a pass can take over: the key it is known by, and the layers. */
export interface CacheHit<Pass> extends CachedLayers<Pass> {
  readonly key: StackKey;
}

/**
 * Two states of one stack. Both are there from the first pass on, so that the number of tensors stays what it is.
 * What was found and what was stored may be used until the next `sweep`.
 */
export class StackCache<Pass extends Tensors<Pass>> {
  private readonly states = new Map<'changed' | 'unchanged', State<Pass>>();
  private readonly replaced: Pass[] = [];

  /** The state that shares most layers with this key; null where none shares any. */
  find(key: StackKey): CacheHit<Pass> | null {
    let best: CacheHit<Pass> | null = null;
    for (const state of this.states.values()) {
      const layers = sharedLayers(key, state.key);
      if (layers > (best?.layers ?? 0)) best = { ...state, layers };
    }
    return best;
  }

  /** Keeps a pass in the place of the last one of its sort. Its tensors are no longer the caller's to free. */
  store(key: StackKey, pass: Pass): void {
    const place = isUnchanged(key) ? 'unchanged' : 'changed';
    for (const each of ['changed', 'unchanged'] as const) {
      const old = this.states.get(each);
      if (each !== place && old) continue;
      this.states.set(each, { key, pass: keptPass(pass) });
      if (old) this.replaced.push(old.pass);
    }
  }

  /** Frees what was replaced; when no pass is under way. */
  sweep(): void {
    for (const pass of this.replaced.splice(0)) dispose(Object.values<readonly Tensor[]>(pass).flat());
  }

  dispose(): void {
    for (const { pass } of this.states.values()) this.replaced.push(pass);
    this.states.clear();
    this.sweep();
  }
}

/** A decoder pass over a whole target, as far as a later one can use it. No head of it gives its mean. */
export interface WholePass {
  readonly inputs: readonly Tensor[];
  /** q, k, v of all rows, of every layer. */
  readonly qkv: readonly Tensor[];
  readonly self: readonly Tensor[];
  readonly cross: readonly Tensor[];
}

/** True where some head of a pass gives its mean: going on from it takes more than `WholePass` holds. */
export const givesMeans = ({ caches }: DecoderPass): boolean =>
  caches.some(({ selfHeads, crossHeads }) => selfHeads !== null || crossHeads !== null);

export const wholePassOf = ({ inputs, caches, self, cross }: DecoderPass): WholePass => ({
  inputs,
  qkv: caches.map((cache) => cache.qkv),
  self,
  cross,
});

/** The same as a pass takes it over. */
export const layersOf = ({ qkv, ...rest }: WholePass): DecoderLayers => ({
  ...rest,
  caches: qkv.map((each) => ({ qkv: each, selfHeads: null, crossHeads: null })),
});

/** An encoder pass, and k and v that each decoder layer's cross-attention makes of it. */
export interface EncodedSource extends EncoderPass {
  readonly crossKeysValues: readonly Tensor[];
}

/** What a model's passes left on its device. */
export class PassCache {
  readonly encoder = new StackCache<EncodedSource>();
  readonly decoder = new StackCache<WholePass>();

  /** After a run, whatever became of it. */
  sweep(): void {
    this.encoder.sweep();
    this.decoder.sweep();
  }

  dispose(): void {
    this.encoder.dispose();
    this.decoder.dispose();
  }
}
