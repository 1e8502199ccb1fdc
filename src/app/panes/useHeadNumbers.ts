import { useMemo } from 'react';
import { attentionStage, type HeadAt, type HeadWeights, siteOf } from '../../contract/index.ts';
import { type InspectNeed, inspectStages, type WaitingStep } from '../../layout/index.ts';
import { useApp } from '../context.tsx';
import { type Answers, type Question, weightsKey } from '../session/questions/answers.ts';

/** What is needed of a head: stages, and its maps or those of all heads of its layer. */
export interface HeadNeeds {
  readonly needs: readonly InspectNeed[];
  readonly weights: WaitingStep['weights'];
}

/** How many heads a kind has in a layer, and the encoder's layers; as few as there can be until the model is known. */
export function useSizes(kind: HeadAt['kind']): { readonly heads: number; readonly encoderLayers: number } {
  const info = useApp((state) => state.card?.info ?? null);
  return { heads: info ? siteOf(info, kind).heads : 1, encoderLayers: info?.encoder.layers ?? 1 };
}

const headsOf = (weights: HeadNeeds['weights'], head: number, heads: number): readonly number[] => {
  if (weights === 'none') return [];
  return weights === 'own' ? [head] : Array.from({ length: heads }, (_, i) => i);
};

/** The questions that bring what is needed. */
export function questionsOf(
  { kind, layer, head }: HeadAt,
  { needs, weights }: HeadNeeds,
  sizes: { readonly heads: number; readonly encoderLayers: number },
): readonly Question[] {
  const stages = inspectStages(kind, layer, sizes.encoderLayers);
  return [
    ...needs.map((need): Question => ({ type: 'frame', name: stages[need] })),
    ...headsOf(weights, head, sizes.heads).map(
      (one): Question => ({ type: 'weights', kind, layer, head: one }),
    ),
  ];
}

/** The maps of a layer's heads that have arrived, by head. */
export function useLayerMaps(
  { weights }: Answers,
  kind: HeadAt['kind'],
  layer: number,
  heads: number,
): ReadonlyMap<number, HeadWeights> {
  return useMemo(() => {
    const maps = new Map<number, HeadWeights>();
    for (let head = 0; head < heads; head++) {
      const map = weights.get(weightsKey({ kind, layer, head }));
      if (map) maps.set(head, map);
    }
    return maps;
  }, [weights, kind, layer, heads]);
}

/** A head as a word, for what stays on screen while its numbers are on their way. */
export const placeName = ({ kind, layer, head }: HeadAt): string =>
  `${attentionStage(kind, layer, 'pattern')} ${head}`;
