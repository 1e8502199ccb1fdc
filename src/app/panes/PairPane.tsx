import { useMemo, useState } from 'react';
import { GREEDY, type HeadAt, type Picture, siteOf } from '../../contract/index.ts';
import { type AppState, choiceOf, memoize, pinnedOf } from '../../state/index.ts';
import { type PairMode, type PairSide, PairView } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { otherHalfOf } from '../examples/currentExample.ts';
import { drawHeads } from '../head/headPicture.ts';
import { oneHeadOf, type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { useQuestion } from '../session/questions/useQuestion.ts';
import { PaneBody } from './PaneBody.tsx';

/** What is compared with what. */
interface PairChoice {
  readonly mode: PairMode;
  /** The other sentence; as long as none is chosen, the other half of an example, or none. */
  readonly second: string;
  /** The other head, of the chosen kind. */
  readonly other: HeadAt;
}

/** The head after this one, in the same layer. */
const nextHead = (at: HeadAt, heads: number): HeadAt => ({ ...at, head: (at.head + 1) % Math.max(1, heads) });

const pairChoiceOf = memoize(
  (state: AppState) => [
    choiceOf(state).other,
    choiceOf(state).text,
    oneHeadOf(state),
    state.card?.info ?? null,
  ],
  (other, text, at, info): PairChoice => {
    const stack = info ? siteOf(info, at.kind) : { layers: 1, heads: 1 };
    const own = other !== null && other.kind === at.kind;
    const second = own ? other : nextHead(at, stack.heads);
    return {
      mode: other !== null && other.text === null ? 'heads' : 'sentences',
      second: other?.text ?? otherHalfOf(text) ?? '',
      other: {
        kind: at.kind,
        layer: Math.min(second.layer, stack.layers - 1),
        head: Math.min(second.head, stack.heads - 1),
      },
    };
  },
);

/** One head as it is: nothing put together, left out or weighed. */
const PLAIN = { combine: 'side', depth: 'layer', sink: 'shown', byValue: false } as const;

/** One half of the pair. */
function sideOf(
  { source, steps }: Pick<Picture, 'source' | 'steps'>,
  picture: Picture,
  at: HeadAt,
  level: 'piece' | 'word',
): PairSide | null {
  const how = { ...PLAIN, kind: at.kind, layer: at.layer, heads: [at.head] };
  const [drawn] = drawHeads(picture, how, level);
  if (!drawn) return null;
  const { matrix, queryTokens, keyTokens } = drawn;
  const { layer, head } = at;
  return {
    layer,
    head,
    matrix,
    queryTokens,
    keyTokens,
    source,
    translation: steps.map(({ token }) => token),
  };
}

/** The picture as it is viewed, whole. */
const wholeOf = ({ picture, frames, steps }: Viewed): Picture => ({ ...picture, frames, steps });

/** The second sentence through the same model, as it is viewed. */
const secondQuestion = ({ picture, side, changes }: Viewed, text: string) => {
  const decoding = side === 'before' ? GREEDY : picture.decoding;
  return { type: 'peek', request: { text, target: null, changes, decoding } } as const;
};

/** The second sentence's picture, by the same model; the first one's where both are the same. */
function useSecond(viewed: Viewed, { mode, second }: PairChoice) {
  const blank = second.trim() === '';
  const same = second === viewed.picture.text;
  const asked = mode === 'sentences' && !blank && !same;
  const needed = asked ? [secondQuestion(viewed, second)] : [];
  const peeked = useQuestion({ setting: second, place: 'pair', needed });
  const [question] = needed;
  const found = question ? peeked.known(question) : null;
  // Between two answers the last picture stays.
  const [last, keep] = useState<Picture | null>(null);
  if (found !== null && found !== last) keep(found);
  const whole = useMemo(() => wholeOf(viewed), [viewed]);
  const shared = { whole, busy: asked && found === null, failure: peeked.failure, again: peeked.again };
  if (blank) return { ...shared, picture: null };
  return { ...shared, picture: same ? whole : (found ?? last) };
}

function useActs(choice: PairChoice) {
  const { act, memory } = useHeadlight();
  const { other, second, mode } = choice;
  return {
    onMode(next: PairMode) {
      if (next === mode) return;
      if (next === 'heads') memory.setState({ second });
      act.choose({
        other: { ...other, text: next === 'heads' ? null : (memory.getState().second ?? second) },
      });
    },
    onSecond: (text: string) => act.choose({ other: { ...other, text } }, 'other'),
    onSecondHead: (layer: number, head: number) =>
      act.choose({ other: { ...other, layer, head, text: mode === 'heads' ? null : second } }),
  };
}

function Pair({ viewed }: { readonly viewed: Viewed }) {
  const t = useWords();
  const theme = useTheme();
  const { palette, level } = useApp(choiceOf);
  const at = useApp(oneHeadOf);
  const pinned = useApp(pinnedOf);
  const { act } = useHeadlight();
  const choice = useApp(pairChoiceOf);
  const stack = useApp(({ card }) => (card ? siteOf(card.info, at.kind) : null));
  const { picture, whole, busy, failure, again } = useSecond(viewed, choice);
  const { mode, second, other } = choice;
  const a = useMemo(() => sideOf(whole, whole, at, level), [whole, at, level]);
  const b = useMemo(() => {
    if (mode === 'heads') return sideOf(whole, whole, other, level);
    return picture && sideOf(picture, picture, at, level);
  }, [mode, whole, picture, at, other, level]);
  const acts = useActs(choice);
  if (a === null) return null;
  return (
    <PaneBody busy={busy} failure={failure} onAgain={again}>
      <PairView
        mode={mode}
        kind={at.kind}
        a={a}
        b={b}
        firstText={whole.text}
        second={second}
        pinned={pinned}
        onPin={act.pin}
        stack={stack ?? { layers: 1, heads: 1 }}
        secondHead={other}
        {...acts}
        langs={{ source: 'en', target: 'fr' }}
        theme={theme}
        palette={palette}
        t={t}
      />
    </PaneBody>
  );
}

/** Two sentences in the chosen head, or two heads. */
export function PairPane() {
  const viewed = useApp(viewedOf);
  return viewed && <Pair viewed={viewed} />;
}
