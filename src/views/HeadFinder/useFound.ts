import { useMemo } from 'react';
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
export function useFound({ picture, choice, pinnedLink, effects }: HeadFinderProps): Found {
  const { measure, order, kinds, layer } = choice;
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
  const ranking = useMemo(
    () => rankHeads(heads, (head) => measureOf(head, measure, { links, effects }), { kinds, layer }, order),
    [heads, measure, links, effects, kinds, layer, order],
  );
  // Of all heads, not of those that pass: a filter does not change how long a bar is.
  const ends = useMemo(
    () =>
      barEnds(
        heads.map((head) => measureOf(head, measure, { links, effects })),
        unitOf(measure),
      ),
    [heads, measure, links, effects],
  );
  const passing = useMemo(
    () => heads.filter((head) => kinds.includes(head.kind) && (layer === null || layer === head.layer)),
    [heads, kinds, layer],
  );
  const layers = heads.reduce((most, head) => Math.max(most, head.layer + 1), 0);
  return { heads, passing, ranking, ends, link, matrixOf, layers };
}
