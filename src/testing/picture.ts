import { type ModelCard, type Picture, type Token, UNCHANGED } from '../contract/index.ts';
import { sampleInfo } from './sampleInfo.ts';

/** One token per blank-separated word, ids by spelling, so that the same words have the same ids in every text. */
export function wordTokens(text: string, mark: 'start' | 'end'): readonly Token[] {
  const words = [...text.matchAll(/\S+/g)].map((match, i): Token => {
    const id = 2 + [...match[0]].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973, 7);
    return {
      id,
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      word: i,
      role: 'text',
    };
  });
  const at = mark === 'start' ? 0 : text.length;
  const edge: Token = { id: mark === 'start' ? 0 : 1, text: '', start: at, end: at, word: -1, role: mark };
  return mark === 'start' ? [edge, ...words] : [...words, { ...edge, word: words.length }];
}

/** A picture without numbers, for tests of what surrounds them. */
export function samplePicture(
  text: string,
  targetText: string | null = null,
  over: Partial<Picture> = {},
): Picture {
  const translation = targetText ?? text.toUpperCase();
  return {
    text,
    targetText,
    source: wordTokens(text, 'end'),
    target: wordTokens(translation, 'start'),
    steps: [],
    translation,
    ended: true,
    leftOut: 0,
    targetLeftOut: 0,
    frames: new Map(),
    timings: { encoderMs: 1, decoderMs: 2, readbackMs: 1, totalMs: 4, tokensMs: 1 },
    counts: { draftAccepted: 0, steps: 1, passes: 1, reads: 1, programs: 0, encoderLayers: 0 },
    ...UNCHANGED,
    beam: null,
    before: null,
    stored: false,
    ...over,
  };
}

const stacks = {
  encoder: { layers: 2, heads: 4, feedForward: 16 },
  decoder: { layers: 3, heads: 2, feedForward: 16 },
  width: 8,
};

/** A small model's card: 2 + 3 layers, 4 and 2 heads. */
export const sampleCard: ModelCard = {
  name: 'sample',
  info: sampleInfo(stacks, {
    vocabulary: 10_000,
    maxPositions: 64,
    startId: 0,
    endId: 1,
    padId: 0,
    forbiddenIds: [0],
    forcedEndId: 1,
    maxTargetLength: 64,
  }),
  verified: true,
  firstView: { text: 'it was too tired', kind: 'encoder', layer: 1, head: 2, cell: { query: 0, key: 3 } },
  headLabels: [],
};
