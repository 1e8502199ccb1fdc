import { useEffect, useState } from 'react';
import { GREEDY, type ModelInfo, type Picture, type Session, type StageName } from '../../contract/index.ts';
import { permutationOf, permutedChanges, permutedDifference } from '../../layout/index.ts';
import { wordRanges } from '../../state/index.ts';
import { useApp, useHeadlight } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';

/** What was measured: how far the encoder's output over the words in another order is from its output in that order. */
export interface Permuted {
  readonly difference: number;
  /** The other order. */
  readonly order: string;
}

const PAUSE_MS = 150;

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

/** Null where the other order does not fall into the same pieces. @throws EngineError */
async function measure(
  session: Session,
  picture: Picture,
  order: string,
  { encoder }: ModelInfo,
): Promise<Permuted | null> {
  // An empty target: nobody asks for the other order's translation.
  const peeked = await session.peek({ text: order, target: '', changes: [], decoding: GREEDY });
  const moved = permutationOf(ids(picture), ids(peeked));
  if (moved === null) return null;
  const name: StageName = `encoder.${encoder.layers - 1}.output`;
  const [output, permuted] = await Promise.all([
    session.frame(name, { picture }),
    session.frame(name, { picture: peeked, changes: permutedChanges(picture.changes, moved) }),
  ]);
  return { difference: permutedDifference(output, permuted, moved), order };
}

/** Measured on the picture on screen, while somebody looks at it (`on`); null until it is, and where it cannot be. */
export function usePermuted(on: boolean): Permuted | null {
  const { session } = useHeadlight();
  const picture = useApp(drawnOf);
  const info = useApp((state) => state.card?.info ?? null);
  const live = useApp(({ load }) => load.phase === 'live') && on;
  const [base, setBase] = useState(picture?.text ?? '');
  const [found, setFound] = useState<Permuted | null>(null);
  const text = picture?.text ?? '';
  if (!sameWords(base, text)) setBase(text);
  useEffect(() => {
    const order = picture === null ? null : otherOrder(base, picture.text);
    if (!live || picture === null || picture.stored || info === null || order === null) {
      setFound(null);
      return;
    }
    let over = false;
    const timer = setTimeout(() => {
      measure(session(), picture, order, info)
        .then((permuted) => {
          if (!over) setFound(permuted);
        })
        // The run itself says what is wrong.
        .catch(() => {});
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [session, picture, info, live, base]);
  return found;
}
