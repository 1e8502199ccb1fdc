import { useMemo } from 'react';
import {
  type AttentionKind,
  kindAt,
  OWN_KIND,
  parseStageName,
  type StageName,
  TEXT_OF,
  type TextSide,
} from '../../contract/index.ts';
import { choiceOf } from '../../state/index.ts';
import { useSize, useUnit } from '../../ui/index.ts';
import { StageHeat, stageTitle } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { FailureNotice } from '../panes/FailureNotice.tsx';
import { namedStages, partsOf, stageNote } from './stageWords.ts';
import { useStages } from './useStages.ts';

/** What a stage's numbers without a sign are coloured by. */
function kindOfStage(name: StageName): AttentionKind {
  const stage = parseStageName(name);
  return (stage?.sub && kindAt(stage.part, stage.sub)) ?? OWN_KIND[textOf(name)];
}

/** The text whose words are a stage's rows. */
const textOf = (name: StageName): TextSide => TEXT_OF[parseStageName(name)?.part ?? 'decoder'];

/** In the place of the head's. */
export function StageTitle({ name }: { readonly name: StageName }) {
  const t = useWords();
  return (
    <div className="app-head-title">
      <h2>{stageTitle(t, name)}</h2>
    </div>
  );
}

/** Room for the choice of stages, the number pointed at and the legend. */
const AROUND_PX = 190;
/** And for what belongs together with the stage, with a line about it. */
const PARTS_PX = 72;

/** The numbers of a stage that is no attention, in the place of the chosen head. */
export function StagePane({ name, compact }: { readonly name: StageName; readonly compact: boolean }) {
  const { desk, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const info = useApp((state) => state.card?.info ?? null);
  const shown = useApp((state) => choiceOf(state).shown);
  const palette = useApp((state) => choiceOf(state).palette);
  const [roomRef, room] = useSize<HTMLDivElement>();
  const asked = useStages(useMemo(() => [name], [name]));
  const [known] = asked.stages.values();
  const stages = useMemo(() => (info === null ? [] : namedStages(info)), [info]);
  const drawn = known?.after.name ?? name;
  const unit = useUnit();
  const parts = info && partsOf(t, drawn, info);
  const frame = known && (shown === 'before' ? (known.before ?? known.after) : known.after);
  const high =
    room && !compact ? Math.max(120, room.height - unit * (AROUND_PX + (parts ? PARTS_PX : 0))) : 260;
  return (
    <div className="app-stage" ref={roomRef}>
      <FailureNotice failure={asked.failure} onAgain={asked.again} />
      {known && asked.picture ? (
        <StageHeat
          after={known.after}
          before={known.before}
          shown={shown}
          tokens={asked.picture[textOf(drawn)]}
          kind={kindOfStage(drawn)}
          theme={theme}
          palette={palette}
          stages={stages}
          onStage={(stage) => desk.act.openStage(stage, store.getState())}
          onClose={desk.act.closeStage}
          {...(parts ? { parts } : {})}
          note={info && frame ? stageNote(t, frame, info) : null}
          mostHighPx={high}
          t={t}
        />
      ) : (
        <p className="app-quiet">{t('changed.stageWaiting')}</p>
      )}
    </div>
  );
}
