import {
  ATTENTION,
  type AttentionKind,
  attentionStage,
  axesOf,
  type Frame,
  type ModelInfo,
  makeFrame,
  type PictureStep,
  type StageName,
  sitesOf,
} from '../../../src/contract/index.ts';

/** Made-up numbers for the gallery: they only look like a model's. */

export function infoOf(layers: readonly [number, number], heads: readonly [number, number]): ModelInfo {
  const sizes = {
    encoder: { layers: layers[0], heads: heads[0], feedForward: 768 },
    decoder: { layers: layers[1], heads: heads[1], feedForward: 768 },
    width: 192,
  };
  return {
    family: 'sample',
    ...sizes,
    sites: sitesOf(sizes),
    vocabulary: 6000,
    maxPositions: 256,
    activation: 'relu',
    scaleEmbedding: true,
    startId: 1,
    endId: 0,
    padId: 1,
    forbiddenIds: [1],
    forcedEndId: 0,
    maxTargetLength: 256,
  };
}

const noise = (seed: number) => {
  const x = Math.sin(seed * 127.1) * 43758.5453;
  return 0.01 + 0.99 * (x - Math.floor(x));
};

/** How strongly a head of some habit looks from row t to column s, before the row is made to sum to 1. */
function habit(which: number, t: number, s: number, S: number, seed: number): number {
  const away = Math.abs(t - s);
  if (which === 0) return away === 1 ? 30 : 0.2;
  if (which === 1) return Math.exp(-away / 2) * (0.5 + noise(seed));
  if (which === 2) return s === S - 1 ? 12 : noise(seed) ** 3;
  if (which === 3) return t === s ? 40 : 0.2;
  if (which === 4) return noise(seed) ** 5;
  if (which === 5) return s === 0 ? 8 : noise(seed) ** 2;
  return away < 3 ? 4 - away : noise(seed) ** 4;
}

function patternOf(
  kind: AttentionKind,
  layer: number,
  H: number,
  T: number,
  S: number,
  other: number,
): Float32Array {
  const data = new Float32Array(H * T * S);
  for (let h = 0; h < H; h++) {
    const which = Math.floor(noise(layer * 31 + h * 7 + kind.length) * 7);
    for (let t = 0; t < T; t++) {
      const row = data.subarray((h * T + t) * S, (h * T + t + 1) * S);
      let sum = 0;
      for (let s = 0; s < S; s++) {
        const masked = ATTENTION[kind].causal && s > t;
        row[s] = masked ? 0 : habit(which, t, s, S, h * 977 + t * 31 + s + layer * 7919 + other);
        sum += row[s] ?? 0;
      }
      for (let s = 0; s < S; s++) row[s] = (row[s] ?? 0) / sum;
    }
  }
  return data;
}

/** @param other another draw of the same habits, as of the model before a change */
export function framesOf(info: ModelInfo, S: number, T: number, other = 0): ReadonlyMap<StageName, Frame> {
  const frames = new Map<StageName, Frame>();
  for (const { kind, layers, heads } of info.sites) {
    for (let layer = 0; layer < layers; layer++) {
      const name = attentionStage(kind, layer, 'pattern');
      const { queries: rows, keys: columns } = axesOf(kind, { source: S, target: T });
      const data = patternOf(kind, layer, heads, rows, columns, other);
      frames.set(name, makeFrame(name, [heads, rows, columns], data));
    }
  }
  return frames;
}

/** [piece, probability, word]; the last one is the end mark. */
const FRENCH: readonly (readonly [string, number, number])[] = [
  ["L'", 0.97, 0],
  ['animal', 0.99, 1],
  ["n'", 0.91, 2],
  ['a', 0.95, 3],
  ['pas', 0.98, 4],
  ['travers', 0.93, 5],
  ['é', 0.99, 5],
  ['la', 0.87, 6],
  ['rue', 0.99, 7],
  ['parce', 0.78, 8],
  ["qu'", 0.99, 9],
  ['il', 0.91, 10],
  ['était', 0.88, 11],
  ['trop', 0.96, 12],
  ['fatigué', 0.62, 13],
  ['.', 0.99, 14],
  ['', 0.99, 15],
];

export function stepsOf(times: number): readonly PictureStep[] {
  const pieces = Array.from({ length: times }, (_, n) =>
    FRENCH.slice(0, n === times - 1 ? undefined : -1).map(([t, p, w]) => [t, p, w + n * 20] as const),
  ).flat();
  return pieces.map(([text, probability, word], i): PictureStep => {
    const id = text === '' ? 0 : 10 + i;
    const others = [
      { id: 3, text: 'elle', probability: (1 - probability) * 0.6 },
      { id: 4, text: "l'", probability: (1 - probability) * 0.1 },
    ];
    return {
      token: { id, text, start: 0, end: 0, word, role: text === '' ? 'end' : 'text' },
      probability,
      best: [{ id, text, probability }, ...others],
    };
  });
}
