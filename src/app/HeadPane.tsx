import type { RefObject } from 'react';
import { choiceOf, chosenOf, isChanged, pinnedOf } from '../state/index.ts';
import { ChangesPane } from './ChangesPane.tsx';
import { useApp, useHeadlight, useWords } from './context.tsx';
import { HeadDrawing } from './HeadDrawing.tsx';
import { HeadLegend, HeadReading } from './HeadSide.tsx';
import { headPicturesOf } from './headPicture.ts';
import { headNote, useHeadTitle } from './headTitle.ts';
import { MorePane } from './panes/MorePane.tsx';
import { SettingsPopover } from './SettingsPopover.tsx';
import { isOfOneHead, moreOf, see } from './seen.ts';
import { useReturn } from './useReturn.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import { ExplainButton, FindButton, ViewTitle } from './ViewTitle.tsx';

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

/** What the head says in words, and the colours. */
function HeadAside({ compact, several }: { readonly compact: boolean; readonly several: boolean }) {
  const { t } = useWords();
  const pinned = useApp((state) => pinnedOf(state) !== null);
  return (
    <aside className="app-head-side" aria-label={t('reading.label')}>
      {compact || several ? <HeadReading compact count={compact ? 2 : 3} /> : <HeadReading />}
      {pinned ? <ExplainButton /> : null}
      {compact ? null : <HeadLegend />}
    </aside>
  );
}

/** The chosen head, large, with what it says in words. */
export function HeadPane(props: { readonly compact?: boolean; readonly ref: RefObject<HTMLElement | null> }) {
  const { compact = false } = props;
  const { t } = useWords();
  const { kind } = useApp(chosenOf);
  const changed = useApp(isChanged);
  const more = useApp((state) => moreOf(choiceOf(state)));
  const { act, store } = useHeadlight();
  const explain = () => act.choose(see('cell', choiceOf(store.getState())));
  useReturn(props.ref, more);
  const several = useApp((state) => headPicturesOf(state).length > 1) && !compact && more === null;
  return (
    <section
      ref={props.ref}
      className="app-head"
      data-more={more ?? undefined}
      data-several={several || undefined}
      data-changed={changed || undefined}
      data-kind={kind}
      aria-label={t('head.label')}
      tabIndex={-1}
    >
      <header className="app-head-bar">
        {more === null ? <HeadTitle short={compact} /> : <ViewTitle view={more} short={compact} />}
        {!compact && (more === null || isOfOneHead(more)) ? <FindButton /> : null}
        <ViewSwitch />
        <SettingsPopover />
      </header>
      <ChangesPane compact={compact} />
      <div className="app-head-body">
        {more === null ? <HeadDrawing compact={compact} onExplain={explain} /> : <MorePane view={more} />}
      </div>
      {more === null ? <HeadAside compact={compact} several={several} /> : null}
    </section>
  );
}
