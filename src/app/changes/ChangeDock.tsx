import { useEffect, useMemo, useRef } from 'react';
import { attentionStage, axesOf, type Frame, type SessionFailure } from '../../contract/index.ts';
import { headMatrix, type Matrix } from '../../layout/index.ts';
import { changesOf, choiceOf, chosenOf, wordRanges } from '../../state/index.ts';
import { ChangePanel, type ChangePanelProps, type ScaleNumbers } from '../../views/index.ts';
import { useApp, useDesk, useHeadlight, useTheme, useWords } from '../context.tsx';
import { HeadLegend } from '../head/HeadSide.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { FailureNotice } from '../panes/FailureNotice.tsx';
import { see } from '../view/currentView.ts';
import { countsOf, headViewsOf, inScopeOf, performHeadAct } from './headActs.ts';
import { usePermuted } from './usePermuted.ts';
import { useStages } from './useStages.ts';

const MOST_SEED = 999_999;
const drawSeed = (): number => Math.floor(Math.random() * (MOST_SEED + 1));

const headOf = (frame: Frame | undefined, head: number): Matrix | null =>
  frame && head < (frame.shape[0] ?? 0) ? headMatrix(frame, head) : null;

/** What a section shows of numbers that are asked for, or why they do not come. */
interface Asked<Shown> {
  readonly shown: Shown;
  readonly failure: SessionFailure | null;
  readonly again: () => void;
}

/** The first chosen head's own rows, and its q and k while somebody looks at what its scale does. */
function useScaleNumbers(): Asked<ScaleNumbers> {
  const { kind, layer, heads } = useApp(chosenOf);
  const open = useDesk(({ section }) => section === 'scale');
  const picture = useApp(drawnOf);
  const [q, k] = [attentionStage(kind, layer, 'q'), attentionStage(kind, layer, 'k')];
  const { stages, failure, again } = useStages(useMemo(() => (open ? [q, k] : []), [open, q, k]));
  const name = attentionStage(kind, layer, 'pattern');
  const head = heads[0] ?? 0;
  const [after, before] = [picture?.frames.get(name), picture?.before?.frames.get(name)];
  const shown = {
    after: useMemo(() => headOf(after, head), [after, head]),
    before: useMemo(() => headOf(before, head), [before, head]),
    tokens: picture ? axesOf(kind, picture).queries : [],
    q: stages.get(q)?.after ?? null,
    k: stages.get(k)?.after ?? null,
  };
  return { shown, failure, again };
}

/** What is done to masks, scales and positions. */
function useModelEvents(): Pick<ChangePanelProps, 'onPut' | 'onTake' | 'onTakePositions' | 'onDecoding'> {
  const { act } = useHeadlight();
  return useMemo(
    () => ({
      onPut(change) {
        if (change.type === 'positions') act.setPositions(change.part, change);
        else if (change.type === 'mask') act.setMask(change, change.mask, change.size);
        else act.setScale(change, change.factor);
      },
      onTake(type, set) {
        if (type === 'mask') act.setMask(set, null);
        else if (type === 'scale') act.setScale(set, 1);
        else act.allow(set, [{ query: null, key: null }]);
      },
      onTakePositions: (part) => act.setPositions(part, null),
      onDecoding: act.setDecoding,
    }),
    [act],
  );
}

function useHeadsOf(): ChangePanelProps['heads'] {
  const { act } = useHeadlight();
  const chosen = useApp(chosenOf);
  const views = useApp(headViewsOf);
  return {
    stateOf: views,
    ...useApp(countsOf),
    onAct: (what) => performHeadAct(act, what, chosen),
  };
}

function usePaintingOf(): ChangePanelProps['painting'] {
  const { act, desk, store } = useHeadlight();
  const on = useDesk(({ painting }) => painting);
  const mode = useApp(({ brush }) => brush.mode);
  const onPaint = (paint: boolean): void => {
    desk.act.paint(paint);
    // Only a heatmap has cells, and a stroke is seen in the changed model's.
    if (paint) act.choose({ ...see('heatmap', choiceOf(store.getState())), shown: 'after' });
  };
  return { on, mode, onPaint, onMode: (next) => act.setBrush({ mode: next }) };
}

/** The sentence's words in their order; what that order does is measured only while somebody looks at it. */
function usePositionsOf(): Asked<ChangePanelProps['positions']> {
  const { act } = useHeadlight();
  const text = useApp((state) => choiceOf(state).text);
  const { measured, failure, again } = usePermuted(useDesk(({ section }) => section === 'positions'));
  const words = useMemo(() => wordRanges(text).map(({ start, end }) => text.slice(start, end)), [text]);
  return { shown: { words, onMove: act.moveWord, measured }, failure, again };
}

/** The panel in which the model is changed, in the place of the reading. */
export function ChangeDock({ compact }: { readonly compact: boolean }) {
  const { act, desk } = useHeadlight();
  const t = useWords();
  const root = useRef<HTMLDivElement>(null);
  const { decoding, palette } = useApp(choiceOf);
  const [scale, positions] = [useScaleNumbers(), usePositionsOf()];
  const open = useDesk(({ section }) => section);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('.ui-section-head')?.focus();
    // The sheet would lie over the picture it changes.
    if (compact) root.current?.parentElement?.querySelector('.app-head-body')?.scrollIntoView();
  }, [compact]);
  return (
    <div className="app-dock" ref={root}>
      <FailureNotice failure={scale.failure} onAgain={scale.again} />
      <FailureNotice failure={positions.failure} onAgain={positions.again} />
      <ChangePanel
        at={useApp(chosenOf)}
        changes={useApp(changesOf)}
        decoding={decoding}
        open={open}
        onOpen={desk.act.unfold}
        scope={useApp(({ brush }) => brush.scope)}
        onScope={(scope) => act.setBrush({ scope })}
        inScope={useApp(inScopeOf)}
        {...useModelEvents()}
        heads={useHeadsOf()}
        painting={usePaintingOf()}
        scale={scale.shown}
        positions={positions.shown}
        drawSeed={drawSeed}
        onClose={desk.act.closePanel}
        theme={useTheme()}
        palette={palette}
        t={t}
        {...(compact ? {} : { foot: <HeadLegend /> })}
        size={compact ? 'phone' : 'desk'}
      />
    </div>
  );
}
