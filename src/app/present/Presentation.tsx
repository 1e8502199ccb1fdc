import { type RefObject, useLayoutEffect } from 'react';
import './present.css';
import './time.css';
import './legend.css';
import { isWriting } from '../../contract/index.ts';
import { choiceOf, chosenOf, isChanged } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { HeadDrawing } from '../head/HeadDrawing.tsx';
import { HeadTitle } from '../head/HeadPane.tsx';
import { HeadLegend, HeadReading } from '../head/HeadSide.tsx';
import { headPicturesOf } from '../head/headPicture.ts';
import { MorePane } from '../panes/MorePane.tsx';
import { usePrintSize } from '../print/usePrintSize.ts';
import { ViewTitle } from '../shell/ViewTitle.tsx';
import { SentencePane } from '../source/SentencePane.tsx';
import { FrenchPane } from '../target/FrenchPane.tsx';
import { type MoreView, moreOf, see } from '../view/currentView.ts';

/** All type on the page grows while something is presented: theme.css measures it by the root. */
function useLargeType(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.presenting = '';
    return () => {
      delete dataset.presenting;
    };
  }, []);
}

/** What is drawn, and of a changed model which side of the change. */
function Caption({ more }: { readonly more: MoreView | null }) {
  const t = useWords();
  const { kind } = useApp(chosenOf);
  const view = useApp((state) => choiceOf(state).view);
  const side = useApp((state) => (isChanged(state) ? choiceOf(state).shown : null));
  return (
    <div className="present-caption">
      {more === null ? <HeadTitle /> : <ViewTitle view={more} short={false} />}
      {more === null && view === 'heatmap' ? (
        <p className="present-axes">
          <span>{t(isWriting(kind) ? 'heatmap.axisRowAfter' : 'heatmap.axisRow')}</span>
          <span>{t('heatmap.axisColumn')}</span>
        </p>
      ) : null}
      {side === null ? null : <p className="present-side-of">{t(`present.${side}`)}</p>}
    </div>
  );
}

/** One picture, and beside a head's what the pointed word reads. */
function PresentedPicture({ more }: { readonly more: MoreView | null }) {
  const { act, store } = useHeadlight();
  const several = useApp((state) => headPicturesOf(state).length > 1);
  if (more !== null) return <MorePane view={more} />;
  return (
    <>
      <HeadDrawing changeable onExplain={() => act.choose(see('cell', choiceOf(store.getState())))} />
      {several ? null : (
        <aside className="present-side">
          <HeadReading />
          <HeadLegend />
        </aside>
      )}
    </>
  );
}

/** One picture over the whole width, the sentence and the French, for a hall: no text under 20 px at 1280×720. */
export function Presentation(props: {
  readonly sentence: RefObject<HTMLTextAreaElement | null>;
  readonly head: RefObject<HTMLElement | null>;
  readonly onLeaveSentence: () => void;
}) {
  const t = useWords();
  const { act } = useHeadlight();
  const more = useApp((state) => moreOf(choiceOf(state)));
  const { kind } = useApp(chosenOf);
  useLargeType();
  usePrintSize(props.head);
  return (
    <div className="present" data-kind={kind}>
      <header className="present-top">
        <SentencePane ref={props.sentence} keys="/" onLeave={props.onLeaveSentence} quiet />
        <Button
          label={t('present.leave')}
          icon="close"
          iconOnly
          look="quiet"
          keys="p"
          onPress={() => act.set({ presenting: 'off' })}
        />
      </header>
      <main ref={props.head} className="present-picture" tabIndex={-1} aria-label={t('head.label')}>
        <Caption more={more} />
        <PresentedPicture more={more} />
      </main>
      <footer className="present-french">
        <FrenchPane />
      </footer>
    </div>
  );
}
