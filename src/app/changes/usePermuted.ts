import { useMemo, useState } from 'react';
import {
  GREEDY,
  type ModelInfo,
  type Picture,
  type SessionFailure,
  type StageName,
} from '../../contract/index.ts';
import { permutationOf, permutedChanges, permutedDifference } from '../../layout/index.ts';
import { wordRanges } from '../../state/index.ts';
import { useApp } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { useQuestion } from '../session/questions/useQuestion.ts';

/** What was measured: how far the encoder's output over the words in another order is from its output in that order. */
export interface Permuted {
  readonly difference: number;
  /** The other order. */
  readonly order: string;
}

const wordsOf = (text: string): readonly string[] =>
  wordRanges(text).map(({ start, end }) => text.slice(start, end));

/** The text with its words in another order; what stands between them stays. */
function withWords(text: string, words: readonly string[]): string {
  const ranges = wordRanges(text);
  return ranges.reduceRight(
    (now, { start, end }, i) => now.slice(0, start) + (words[i] ?? '') + now.slice(end),
    text,
  );
}

const sameWords = (one: string, other: string): boolean =>
  [...wordsOf(one)].sort().join('\n') === [...wordsOf(other)].sort().join('\n');

/**
 * The order to compare with: the one before words were moved, else the words backwards. Null where there is no other.
 */
export function otherOrder(base: string, text: string): string | null {
  if (base !== text && sameWords(base, text)) return base;
  const words = wordsOf(text);
  const other = withWords(text, [...words].reverse());
  return other === text ? null : other;
}

const ids = ({ source }: Picture): readonly number[] => source.map(({ id }) => id);

/** The encoder's output over both orders. */
const outputQuestions = (
  picture: Picture,
  other: Picture,
  moved: readonly number[],
  { encoder }: ModelInfo,
) => {
  const name: StageName = `encoder.${encoder.layers - 1}.output`;
  const changes = permutedChanges(picture.changes, moved);
  return [
    { type: 'frame', of: { picture }, name },
    { type: 'frame', of: { picture: other, changes }, name },
  ] as const;
};

/** An empty target: nobody asks for the other order's translation. */
const otherQuestion = (text: string) =>
  ({ type: 'peek', request: { text, target: '', changes: [], decoding: GREEDY } }) as const;

/** The picture of the words in another order, and which of its pieces is which; null until it is there. */
function useOtherOrder(picture: Picture | null, order: string | null) {
  const needed = order === null ? [] : [otherQuestion(order)];
  const asked = useQuestion({ setting: order, place: 'order', needed });
  const [question] = needed;
  const other = question ? asked.known(question) : null;
  const moved = useMemo(() => picture && other && permutationOf(ids(picture), ids(other)), [picture, other]);
  return { ...asked, other, moved };
}

/** What was measured, or why it could not be. */
export interface PermutedQuestion {
  /** Null until it is there, and where the other order does not fall into the same pieces. */
  readonly measured: Permuted | null;
  readonly failure: SessionFailure | null;
  readonly again: () => void;
}

/** Measured on the picture on screen, while somebody looks at it (`on`). */
export function usePermuted(on: boolean): PermutedQuestion {
  const picture = useApp(drawnOf);
  const info = useApp((state) => state.card?.info ?? null);
  const text = picture?.text ?? '';
  const [base, setBase] = useState(text);
  if (!sameWords(base, text)) setBase(text);
  const live = useApp(({ load }) => load.phase === 'live') && on && picture !== null && !picture.stored;
  const order = live ? otherOrder(base, text) : null;
  const first = useOtherOrder(picture, order);
  const { other, moved } = first;
  const needed = picture && other && moved && info ? outputQuestions(picture, other, moved, info) : [];
  const second = useQuestion({ setting: order, place: 'outputs', needed });
  const [output, permuted] = needed.map((question) => second.known(question));
  const found = useMemo((): Permuted | null => {
    if (!output || !permuted || !moved || order === null) return null;
    return { difference: permutedDifference(output, permuted, moved), order };
  }, [output, permuted, moved, order]);
  // Between two answers the last one stays.
  const whole = order === null || (first.status === 'ready' && second.status === 'ready');
  const [last, keep] = useState<Permuted | null>(null);
  if (whole && found !== last) keep(found);
  const failed = first.failure ? first : second;
  return { measured: whole ? found : last, failure: failed.failure, again: failed.again };
}
