import {
  type AttentionKind,
  checkHead,
  type Frame,
  type HeadWeights,
  type LensGuess,
  type ModelInfo,
  makeFrame,
  type Probes,
  type RunRequest,
  type RunResult,
  siteOf,
} from '../contract/index.ts';

/** Numbers one can know again: of a gradient the row everywhere, of the lens the layer as id, of a head its address. */
export function fakeProbes(info: ModelInfo, run: (request: RunRequest) => Promise<RunResult>): Probes {
  return {
    async gradient(request, row, id) {
      const { frames } = await run(request);
      const filled = ({ name, shape, data }: Frame): Frame =>
        makeFrame(name, shape, new Float32Array(data.length).fill(row + id / 10_000));
      return new Map([...frames].map(([name, frame]) => [name, filled(frame)]));
    },
    lens: async (_, finalIds) =>
      Array.from({ length: info.decoder.layers }, (_, layer) =>
        finalIds.map((__, row): LensGuess => ({ id: layer, probability: 0.5, finalRank: row })),
      ),
    headWeights: async (kind, layer, head) => {
      checkHead('headWeights', info, kind, layer, head);
      return fakeWeights(info, kind, layer, head);
    },
  };
}

/** All numbers of a head are its address: layer and head, as `layer.head`. */
export function fakeWeights(info: ModelInfo, kind: AttentionKind, layer: number, head: number): HeadWeights {
  const { width } = info;
  const all = (count: number) => new Float32Array(count).fill(layer + head / 10);
  const { headWidth: inner } = siteOf(info, kind);
  const map = width * inner;
  return {
    q: all(map),
    k: all(map),
    v: all(map),
    o: all(map),
    qBias: all(inner),
    kBias: all(inner),
    vBias: all(inner),
    oBias: all(width),
    normGain: all(width),
    normBias: all(width),
  };
}
