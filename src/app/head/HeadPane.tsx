import type { RefObject } from 'react';
import '../changes/changing.css';
import type { StageName } from '../../contract/index.ts';
import { choiceOf, chosenOf, isChanged, pinnedOf } from '../../state/index.ts';
import { Button, useMedia } from '../../ui/index.ts';
import { ChangeDock } from '../changes/ChangeDock.tsx';
import { ChangesPane } from '../changes/ChangesPane.tsx';
import { ChangeButton, ChosenSwitch, PaintingBar, WIDE } from '../changes/HeadControls.tsx';
import { stageOf } from '../changes/panelState.ts';
import { StagePane, StageTitle } from '../changes/StagePane.tsx';
import { useApp, useDesk, useHeadlight, useWords } from '../context.tsx';
import { MorePane } from '../panes/MorePane.tsx';
import { usePrintSize } from '../print/usePrintSize.ts';
import { SettingsPopover } from '../shell/SettingsPopover.tsx';
import { TitleText } from '../shell/TitleText.tsx';
import { useReturn } from '../shell/useReturnFocus.ts';
import { ViewSwitch } from '../shell/ViewSwitch.tsx';
import { ExplainButton, ViewTitle } from '../shell/ViewTitle.tsx';
import { type MoreView, moreOf, see } from '../view/currentView.ts';
import { CellMenu, CellMenuButton } from './CellMenu.tsx';
import { HeadDrawing } from './HeadDrawing.tsx';
import { HeadNote } from './HeadNote.tsx';
import { HeadLegend, HeadReading } from './HeadSide.tsx';
import { headPicturesOf } from './headPicture.ts';
import { headNote, titledHeadOf, useHeadTitle } from './headTitle.ts';
import { SinkSwitch } from './SinkSwitch.tsx';
import { oneHeadOf } from './viewedPicture.ts';

/** "● Encoder Self-Attention · layer 3 · head 5 links a pronoun to its noun". */
export function HeadTitle({ short = false }: { readonly short?: boolean }) {
  const t = useWords();
  const title = useHeadTitle(short);
  const note = useApp((state) => headNote(t, state, short));
  const titled = useApp((state) => titledHeadOf(t, state) !== null);
  const one = useApp(oneHeadOf);
  const at = titled ? one : null;
  return (
    <div className="app-head-title">
      <h2>
        <TitleText title={title} />
      </h2>
      {note !== null || at ? <HeadNote note={note} at={at} /> : null}
    </div>
  );
}

/** What must be known to read any of it; and the way to what the signs mean. */
function SignsLine() {
  const t = useWords();
  const { memory } = useHeadlight();
  return (
    <p className="app-quiet app-caveat" title={t('model.note')}>
      {t('model.noteShort')} {'· '}
      <button
        type="button"
        className="app-link"
        onClick={() => memory.setState({ helpOpen: true, helpAtSigns: true })}
      >
        {t('signs.open')}
      </button>
    </p>
  );
}

/** What the head says in words, and what its colours mean. */
function HeadAside({ compact, several }: { readonly compact: boolean; readonly several: boolean }) {
  const t = useWords();
  const wide = useMedia(WIDE);
  const pinned = useApp((state) => pinnedOf(state) !== null);
  // The legend of a changed picture has more to say, and the pinned cell its acts: the reading is shorter.
  const changed = useApp(isChanged);
  return (
    <aside className="app-head-side" aria-label={t('reading.label')}>
      {compact || several ? (
        <HeadReading compact each={several} count={wide && !several ? 3 : 2} />
      ) : (
        <HeadReading count={changed && pinned ? 2 : 4} />
      )}
      {pinned ? (
        <div className="app-cell-acts">
          <ExplainButton />
          <CellMenuButton />
        </div>
      ) : null}
      {compact || (changed && pinned) ? null : <SignsLine />}
      {compact ? null : (
        <div className="app-legend">
          <HeadLegend marks />
          <SinkSwitch />
        </div>
      )}
    </aside>
  );
}

/** What the drawing is of, and beside it what belongs to the head. */
function DrawnTitle({ more, compact }: { readonly more: MoreView | null; readonly compact: boolean }) {
  return (
    <>
      {more === null ? <HeadTitle short={compact} /> : <ViewTitle view={more} short={compact} />}
      {more === null ? <ChosenSwitch compact={compact} /> : null}
    </>
  );
}

/** The figure beside the head, or its room for the head. */
function FoldButton() {
  const t = useWords();
  const { act } = useHeadlight();
  const folded = useApp((state) => choiceOf(state).figure === 'folded');
  return (
    <Button
      label={t(folded ? 'page.unfold' : 'page.fold')}
      icon="fold"
      iconOnly
      look="quiet"
      keys="f"
      onPress={() => act.set({ figure: folded ? 'open' : 'folded' })}
    />
  );
}

/** The stage that was opened in the figure and stands in the head's place; null as a rule. */
function useStage(): StageName | null {
  const stage = useDesk((desk) => desk.stage);
  return useApp((state) => stageOf({ stage }, state));
}

/** The chosen head, large, with what it says in words. */
export function HeadPane(props: { readonly compact?: boolean; readonly ref: RefObject<HTMLElement | null> }) {
  const { compact = false } = props;
  const t = useWords();
  const { kind } = useApp(chosenOf);
  const changed = useApp(isChanged);
  const panel = useDesk((desk) => desk.panel);
  const stage = useStage();
  const more = useApp((state) => moreOf(choiceOf(state)));
  const { act, store } = useHeadlight();
  const explain = () => act.choose(see('cell', choiceOf(store.getState())));
  useReturn(props.ref, more);
  usePrintSize(props.ref);
  const drawn = stage === null && more === null;
  const several = useApp((state) => headPicturesOf(state).length > 1) && !compact && drawn;
  return (
    <section
      ref={props.ref}
      className="app-head"
      data-more={(stage === null && more) || undefined}
      data-several={several || undefined}
      data-changed={changed || undefined}
      data-panel={panel || undefined}
      data-stage={stage !== null || undefined}
      data-kind={kind}
      aria-label={t('head.label')}
      tabIndex={-1}
    >
      <header className="app-head-bar">
        {compact ? null : <FoldButton />}
        {stage ? <StageTitle name={stage} /> : <DrawnTitle more={more} compact={compact} />}
        {stage ? null : <ViewSwitch compact={compact} />}
        <ChangeButton compact={compact} />
        <SettingsPopover />
        {drawn ? <PaintingBar /> : null}
      </header>
      <ChangesPane compact={compact} />
      <div className="app-head-body">
        {stage ? <StagePane name={stage} compact={compact} /> : null}
        {drawn ? <HeadDrawing changeable onExplain={explain} /> : null}
        {stage === null && more ? <MorePane view={more} /> : null}
      </div>
      <CellMenu />
      {panel ? <ChangeDock compact={compact} /> : null}
      {drawn && (compact || !panel) ? <HeadAside compact={compact} several={several} /> : null}
    </section>
  );
}
