import { useMemo } from 'react';
import {
  attentionStage,
  type Frame,
  type HeadAt,
  type HeadWeights,
  type StageName,
  siteOf,
} from '../../contract/index.ts';
import { type InspectNeed, inspectStages, type WaitingStep } from '../../layout/index.ts';
import { useApp } from '../context.tsx';
import type { HeadSetting, Viewed } from '../head/viewedPicture.ts';
import { type Question, subjectOf } from '../session/questions/question.ts';
import type { Known } from '../session/questions/questions.ts';

/** What is needed of a head: stages, and its maps or those of all heads of its layer. */
export interface HeadNeeds {
  readonly needs: readonly InspectNeed[];
  readonly weights: WaitingStep['weights'];
}

/** How many heads a kind has in a layer, and the encoder's layers. */
export interface Sizes {
  readonly heads: number;
  readonly encoderLayers: number;
}

/** As few as there can be until the model is known. */
export function useSizes(kind: HeadAt['kind']): Sizes {
  const info = useApp((state) => state.card?.info ?? null);
  return { heads: info ? siteOf(info, kind).heads : 1, encoderLayers: info?.encoder.layers ?? 1 };
}

const headsOf = (weights: HeadNeeds['weights'], head: number, heads: number): readonly number[] => {
  if (weights === 'none') return [];
  return weights === 'own' ? [head] : Array.from({ length: heads }, (_, i) => i);
};

/** The questions that bring what is needed. */
export function questionsOf(
  { kind, layer, head, viewed }: HeadSetting,
  { needs, weights }: HeadNeeds,
  sizes: Sizes,
): readonly Question[] {
  const stages = inspectStages(kind, layer, sizes.encoderLayers);
  const of = subjectOf(viewed.picture, viewed.side);
  return [
    ...needs.map((need): Question => ({ type: 'frame', of, name: stages[need] })),
    ...headsOf(weights, head, sizes.heads).map(
      (one): Question => ({ type: 'weights', at: { kind, layer, head: one } }),
    ),
  ];
}

/** The patterns, and those of a head's other stages that have arrived. */
export function useHeadFrames(
  known: Known,
  { kind, layer }: HeadAt,
  { picture, side, frames }: Viewed,
  encoderLayers: number,
): ReadonlyMap<StageName, Frame> {
  return useMemo(() => {
    const of = subjectOf(picture, side);
    const found = Object.values(inspectStages(kind, layer, encoderLayers)).flatMap((name) => {
      const frame = known({ type: 'frame', of, name });
      return frame ? [[name, frame] as const] : [];
    });
    return new Map([...frames, ...found]);
  }, [known, kind, layer, picture, side, frames, encoderLayers]);
}

/** The maps of a layer's heads that have arrived, by head. */
export function useLayerMaps(
  known: Known,
  kind: HeadAt['kind'],
  layer: number,
  heads: number,
): ReadonlyMap<number, HeadWeights> {
  return useMemo(() => {
    const maps = new Map<number, HeadWeights>();
    for (let head = 0; head < heads; head++) {
      const map = known({ type: 'weights', at: { kind, layer, head } });
      if (map) maps.set(head, map);
    }
    return maps;
  }, [known, kind, layer, heads]);
}

/** A head as a word, for what stays on screen while its numbers are on their way. */
export const placeName = ({ kind, layer, head, viewed }: HeadSetting): string =>
  `${viewed.side} ${attentionStage(kind, layer, 'pattern')} ${head}`;
