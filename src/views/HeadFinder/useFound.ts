import { useCallback, useMemo } from 'react';
import { attentionStage, type Frame, type HeadAt, type StageName } from '../../contract/index.ts';
import {
  barEnds,
  clampLink,
  firstLink,
  type HeadMeasures,
  type HeadRanking,
  headKey,
  headMatrix,
  linkWeights,
  type Matrix,
  measureHeads,
  measureOf,
  rankHeads,
  type Standing,
  standingOf,
  unitOf,
  type WordLink,
} from '../../layout/index.ts';
import type { HeadFinderProps } from './props.ts';

/** What the finder shows of a picture. */
export interface Found {
  readonly heads: readonly HeadMeasures[];
  /** Those that pass the kinds and the layer, for the plot. */
  readonly passing: readonly HeadMeasures[];
  readonly ranking: HeadRanking;
  readonly ends: readonly [number, number];
  readonly link: WordLink;
  readonly matrixOf: (place: HeadAt) => Matrix | null;
  readonly layers: number;
  /** Of the chosen head among all there are. */
  readonly standing: Standing | null;
}

const FIRST_WORDS: WordLink = { kind: 'encoder', query: 0, key: 0 };

/** The patterns of single heads as matrices, the same object each time, so that a thumbnail draws once. */
function matrices(frames: ReadonlyMap<StageName, Frame>): (place: HeadAt) => Matrix | null {
  const made = new Map<string, Matrix>();
  return (place) => {
    const key = headKey(place);
    const known = made.get(key);
    if (known) return known;
    const frame = frames.get(attentionStage(place.kind, place.layer, 'pattern'));
    if (!frame) return null;
    const matrix = headMatrix(frame, place.head);
    made.set(key, matrix);
    return matrix;
  };
}

/** Measures, ranks and filters the picture's heads. */
export function useFound({ picture, choice, pinnedLink, effects, chosen }: HeadFinderProps): Found {
  const { measure, order, kinds, layer, effectRow } = choice;
  const heads = useMemo(() => measureHeads(picture), [picture]);
  const first = useMemo(() => firstLink(picture), [picture]);
  const wanted = choice.link ?? pinnedLink ?? first ?? FIRST_WORDS;
  const { kind, query, key } = wanted;
  // By its words: the page may give the same link anew at every drawing.
  const link = useMemo(
    () => clampLink(picture, { kind, query, key }) ?? FIRST_WORDS,
    [picture, kind, query, key],
  );
  const links = useMemo(() => linkWeights(picture, link), [picture, link]);
  const matrixOf = useMemo(() => matrices(picture.frames), [picture.frames]);
  const valueIn = useCallback(
    (head: HeadMeasures) => measureOf(head, measure, { links, effects, effectRow }),
    [measure, links, effects, effectRow],
  );
  const ranking = useMemo(
    () => rankHeads(heads, valueIn, { kinds, layer }, order),
    [heads, valueIn, kinds, layer, order],
  );
  // Of all heads, not of those that pass: a filter does not change how long a bar is.
  const ends = useMemo(() => barEnds(heads.map(valueIn), unitOf(measure)), [heads, valueIn, measure]);
  const { kind: ownKind, layer: ownLayer, heads: own } = chosen;
  const standing = useMemo(
    () => standingOf(heads, valueIn, headKey({ kind: ownKind, layer: ownLayer, head: own[0] ?? 0 })),
    [heads, valueIn, ownKind, ownLayer, own],
  );
  const passing = useMemo(
    () => heads.filter((head) => kinds.includes(head.kind) && (layer === null || layer === head.layer)),
    [heads, kinds, layer],
  );
  const layers = heads.reduce((most, head) => Math.max(most, head.layer + 1), 0);
  return { heads, passing, ranking, ends, link, matrixOf, layers, standing };
}
