import type { Ref } from 'react';
import './changing/changing.css';
import type { StageName, View } from '../contract/index.ts';
import { choiceOf, chosenOf, isChanged } from '../state/index.ts';
import { ToggleGroup } from '../ui/index.ts';
import { ChangesPane } from './ChangesPane.tsx';
import { ChangeDock } from './changing/ChangeDock.tsx';
import { stageOf } from './changing/desk.ts';
import { ChangeButton, ChosenSwitch, PaintingBar } from './changing/HeadControls.tsx';
import { StagePane, StageTitle } from './changing/StagePane.tsx';
import { useApp, useDesk, useHeadlight, useWords } from './context.tsx';
import { HeadDrawing } from './HeadDrawing.tsx';
import { HeadLegend, HeadReading } from './HeadSide.tsx';
import { headPicturesOf } from './headPicture.ts';
import { headNote, useHeadTitle } from './headTitle.ts';
import { SettingsPopover } from './SettingsPopover.tsx';

/** "● Encoder reads itself · layer 3 · head 5 links a pronoun to its noun". */
export function HeadTitle({ short = false }: { readonly short?: boolean }) {
  const words = useWords();
  const title = useHeadTitle(short);
  const note = useApp((state) => headNote(words, state));
  return (
    <div className="app-head-title">
      <h2>{title}</h2>
      {note ? <p className="app-quiet">{note}</p> : null}
    </div>
  );
}

/** The two drawings of a pattern, beside one another; other views have their own ways in. */
const PATTERN_VIEWS = ['heatmap', 'arcs'] as const satisfies readonly View[];

function ViewToggle() {
  const { t } = useWords();
  const { act } = useHeadlight();
  const view = useApp((state) => (choiceOf(state).view === 'arcs' ? 'arcs' : 'heatmap'));
  return (
    <ToggleGroup
      label={t('view.label')}
      value={view}
      options={PATTERN_VIEWS.map((value) => ({ value, label: t(`view.${value}`), keys: 'v' }))}
      onChange={(value) => act.choose({ view: value })}
    />
  );
}

/** The stage that was opened in the figure and stands in the head's place; null as a rule. */
function useStage(): StageName | null {
  const stage = useDesk((desk) => desk.stage);
  return useApp((state) => stageOf({ stage }, state));
}

/** What the head says in words, and what its colours mean. */
function HeadAside({ compact, several }: { readonly compact: boolean; readonly several: boolean }) {
  const { t } = useWords();
  return (
    <aside className="app-head-side" aria-label={t('reading.label')}>
      {compact || several ? <HeadReading compact count={compact ? 2 : 3} /> : <HeadReading />}
      {compact ? null : <HeadLegend />}
    </aside>
  );
}

/** The chosen head, large, with what it says in words. */
export function HeadPane(props: { readonly compact?: boolean; readonly ref?: Ref<HTMLElement> }) {
  const { compact = false } = props;
  const { t } = useWords();
  const { kind } = useApp(chosenOf);
  const changed = useApp(isChanged);
  const several = useApp((state) => headPicturesOf(state).length > 1) && !compact;
  const panel = useDesk((desk) => desk.panel);
  const stage = useStage();
  return (
    <section
      ref={props.ref}
      className="app-head"
      data-several={several || undefined}
      data-changed={changed || undefined}
      data-panel={panel || undefined}
      data-stage={stage !== null || undefined}
      data-kind={kind}
      aria-label={t('head.label')}
      tabIndex={-1}
    >
      <header className="app-head-bar">
        {stage ? <StageTitle name={stage} /> : <HeadTitle short={compact} />}
        {stage ? null : <ChosenSwitch compact={compact} />}
        {stage ? null : <ViewToggle />}
        <ChangeButton compact={compact} />
        <SettingsPopover />
      </header>
      <ChangesPane compact={compact} />
      <div className="app-head-body">
        <PaintingBar />
        {stage ? <StagePane name={stage} compact={compact} /> : <HeadDrawing compact={compact} changeable />}
      </div>
      {panel ? <ChangeDock compact={compact} /> : null}
      {stage === null && (compact || !panel) ? <HeadAside compact={compact} several={several} /> : null}
    </section>
  );
}
