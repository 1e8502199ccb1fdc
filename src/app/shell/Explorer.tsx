import { type RefObject, useCallback, useRef } from 'react';
import { useStore } from 'zustand';
import '../app.css';
import '../head/several.css';
import '../contrast.css';
import '../phone.css';
import { choiceOf } from '../../state/index.ts';
import { useMedia } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { FigurePane } from '../figure/FigurePane.tsx';
import { HeadPane } from '../head/HeadPane.tsx';
import { HeadLegend } from '../head/HeadSide.tsx';
import { Presentation } from '../present/Presentation.tsx';
import { PrintLine } from '../print/PrintLine.tsx';
import { PHONE, SentencePane } from '../source/SentencePane.tsx';
import { FrenchPane } from '../target/FrenchPane.tsx';
import { Announcer } from './Announcer.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useKeys } from './useKeys.ts';

/** Sentence, figure, chosen head, French. */
function FullPage(props: {
  readonly sentence: RefObject<HTMLTextAreaElement | null>;
  readonly head: RefObject<HTMLElement | null>;
  readonly onHead: () => void;
  readonly onHelp: () => void;
}) {
  const t = useWords();
  const phone = useMedia(PHONE);
  const folded = useApp((state) => choiceOf(state).figure === 'folded') && !phone;
  return (
    <div className="app" data-size={phone ? 'phone' : 'desk'} data-folded={folded || undefined}>
      <button type="button" className="app-skip ui-button" onClick={props.onHead}>
        {t('page.skip')}
      </button>
      <TopBar phone={phone} onHelp={props.onHelp}>
        <SentencePane ref={props.sentence} keys="/" onLeave={props.onHead} />
      </TopBar>
      <main className="app-main">
        {phone || folded ? null : <FigurePane variant="figure" changeable />}
        <HeadPane ref={props.head} compact={phone} />
        {phone ? <FigurePane variant="strip" changeable /> : null}
        {phone ? <HeadLegend /> : null}
      </main>
      <footer className="app-bottom">
        <FrenchPane />
      </footer>
    </div>
  );
}

/** The explorer, or what it presents to a hall. */
export function Explorer() {
  const presenting = useApp((state) => choiceOf(state).presenting === 'on');
  const sentence = useRef<HTMLTextAreaElement>(null);
  const head = useRef<HTMLElement>(null);
  const { memory } = useHeadlight();
  const help = useStore(memory, ({ helpOpen }) => helpOpen);
  const toSentence = useCallback(() => sentence.current?.focus(), []);
  // The grid itself, so that arrow keys work at once; arcs and an empty sentence have none.
  const toHead = useCallback(() => {
    const section = head.current;
    (section?.querySelector<HTMLElement>('[role=grid]') ?? section)?.focus();
  }, []);
  const toHelp = useCallback(() => memory.setState({ helpOpen: true, helpAtSigns: false }), [memory]);
  useKeys(toSentence, toHelp);
  return (
    <>
      {presenting ? (
        <Presentation sentence={sentence} head={head} onLeaveSentence={toHead} />
      ) : (
        <FullPage sentence={sentence} head={head} onHead={toHead} onHelp={toHelp} />
      )}
      <PrintLine />
      <Announcer />
      <KeysDialog open={help} onClose={() => memory.setState({ helpOpen: false })} />
    </>
  );
}
