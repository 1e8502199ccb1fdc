import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { isWriting } from '../../contract/index.ts';
import { type HeadMeasures, measureHeads } from '../../layout/index.ts';
import { choiceOf, chosenOf } from '../../state/index.ts';
import { type DecoderHead, DecoderTime } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { play, stepOf, toStep } from '../target/playback.ts';
import { smoothingText } from '../target/smoothing.ts';

/**
 * The heads with most to see: the one that goes through the English word by word, and the one that reads the word
 * before.
 */
function tellingHeads(viewed: Viewed): { readonly decoder: DecoderHead; readonly cross: DecoderHead } {
  const measured = measureHeads(viewed);
  const best = (kind: 'decoder' | 'cross', worth: (head: HeadMeasures) => number): DecoderHead => {
    const heads = measured.filter((head) => head.kind === kind);
    const [most] = heads.sort((a, b) => worth(b) - worth(a));
    return { layer: most?.layer ?? 0, head: most?.head ?? 0 };
  };
  return {
    decoder: best('decoder', ({ values }) => values.previous ?? 0),
    cross: best('cross', ({ values }) => -(values.distance ?? Number.POSITIVE_INFINITY)),
  };
}

/** Whose rows are drawn: the chosen head's; of the other kind, the one last drawn here. */
function useHeads(viewed: Viewed) {
  const { memory } = useHeadlight();
  const { kind, layer, heads } = useApp(chosenOf);
  const { decoderHead, crossHead } = useStore(memory);
  const telling = useMemo(() => tellingHeads(viewed), [viewed]);
  const [decoder, cross] = [decoderHead ?? telling.decoder, crossHead ?? telling.cross];
  // They stay the same ones from sentence to sentence.
  useEffect(() => memory.setState({ decoderHead: decoder, crossHead: cross }), [memory, decoder, cross]);
  const chosen = { layer, head: heads[0] ?? 0 };
  return { heads: { decoder, cross, ...(isWriting(kind) ? { [kind]: chosen } : {}) }, telling };
}

function Time({ viewed }: { readonly viewed: Viewed }) {
  const headlight = useHeadlight();
  const { act, memory } = headlight;
  const t = useWords();
  const theme = useTheme();
  const { palette } = useApp(choiceOf);
  const info = useApp((state) => state.card?.info ?? null);
  const endId = info?.endId ?? null;
  const { playing, showTree } = useStore(memory);
  const step = useApp(stepOf);
  const { heads, telling } = useHeads(viewed);
  const onHead = (kind: 'decoder' | 'cross', head: DecoderHead) => {
    // The one that was chosen stays drawn beside the new one.
    memory.setState({ decoderHead: heads.decoder, crossHead: heads.cross });
    act.chooseHead(kind, head.layer, head.head);
  };
  useEffect(() => () => memory.setState({ playing: false }), [memory]);
  return (
    <DecoderTime
      picture={viewed}
      beam={viewed.beam}
      step={step}
      onStep={(next) => toStep(headlight, next)}
      playing={playing}
      onPlay={(on) => (on ? play(headlight) : memory.setState({ playing: false }))}
      heads={heads}
      telling={telling}
      onHead={onHead}
      showBeam={showTree}
      onShowBeam={(showTree) => memory.setState({ showTree })}
      endId={endId}
      sureness={smoothingText(t, info, true)}
      langs={{ source: 'en', target: 'fr' }}
      theme={theme}
      palette={palette}
      t={t}
    />
  );
}

/** The decoder, one written word after another. */
export function TimePane() {
  const viewed = useApp(viewedOf);
  return viewed && <Time viewed={viewed} />;
}
