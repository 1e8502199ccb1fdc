import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { choiceOf, chosenOf } from '../../state/index.ts';
import { type DecoderHead, DecoderTime } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { play, stepOf, toStep } from '../playing.ts';
import { timeWords } from '../timeWords.ts';
import { type Viewed, viewedOf } from '../viewed.ts';

/** Whose rows are drawn: the chosen head's; of the other kind, the one last chosen here, or the one nearest to the words. */
function useHeads() {
  const { memory } = useHeadlight();
  const { kind, layer, heads } = useApp(chosenOf);
  const layers = useApp((state) => state.card?.info.decoder.layers ?? 1);
  const { decoderHead, crossHead } = useStore(memory);
  const chosen = { layer, head: heads[0] ?? 0 };
  return {
    // The first layer reads the words themselves, the last one writes the next.
    decoder: kind === 'decoder' ? chosen : (decoderHead ?? { layer: 0, head: 0 }),
    cross: kind === 'cross' ? chosen : (crossHead ?? { layer: layers - 1, head: 0 }),
  };
}

function Time({ viewed }: { readonly viewed: Viewed }) {
  const headlight = useHeadlight();
  const { act, memory } = headlight;
  const translator = useWords();
  const theme = useTheme();
  const { palette } = useApp(choiceOf);
  const endId = useApp((state) => state.card?.info.endId ?? null);
  const { playing, showTree } = useStore(memory);
  const step = useApp(stepOf);
  const heads = useHeads();
  const words = useMemo(() => timeWords(translator), [translator]);
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
      onHead={onHead}
      showBeam={showTree}
      onShowBeam={(showTree) => memory.setState({ showTree })}
      endId={endId}
      langs={{ source: 'en', target: 'fr' }}
      theme={theme}
      palette={palette}
      words={words}
    />
  );
}

/** The decoder, one written word after another. */
export function TimePane() {
  const viewed = useApp(viewedOf);
  return viewed && <Time viewed={viewed} />;
}
