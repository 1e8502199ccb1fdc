import { type ModelInfo, sitesOf } from '../contract/index.ts';

/** A small model of these sizes; what else of it matters to a test stands in `more`. */
export function sampleInfo(
  sizes: Pick<ModelInfo, 'encoder' | 'decoder' | 'width'> & Parameters<typeof sitesOf>[0],
  more: Partial<ModelInfo> = {},
): ModelInfo {
  return {
    family: 'sample',
    ...sizes,
    sites: sitesOf(sizes),
    vocabulary: 9,
    maxPositions: 8,
    activation: 'relu',
    scaleEmbedding: true,
    startId: 1,
    endId: 0,
    padId: 1,
    forbiddenIds: [],
    forcedEndId: null,
    maxTargetLength: 8,
    ...more,
  };
}
