import { useCallback, useRef, useState } from 'react';
import '../app.css';
import '../contrast.css';
import '../phone.css';
import { useMedia } from '../../ui/index.ts';
import { useWords } from '../context.tsx';
import { FigurePane } from '../figure/FigurePane.tsx';
import { HeadPane } from '../head/HeadPane.tsx';
import { HeadLegend } from '../head/HeadSide.tsx';
import { PHONE, SentencePane } from '../source/SentencePane.tsx';
import { FrenchPane } from '../target/FrenchPane.tsx';
import { Announcer } from './Announcer.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useKeys } from './useKeys.ts';

/** The explorer: sentence, figure, chosen head, French. */
export function Explorer() {
  const t = useWords();
  const phone = useMedia(PHONE);
  const sentence = useRef<HTMLTextAreaElement>(null);
  const head = useRef<HTMLElement>(null);
  const [help, setHelp] = useState(false);
  const toSentence = useCallback(() => sentence.current?.focus(), []);
  // The grid itself, so that arrow keys work at once; arcs and an empty sentence have none.
  const toHead = useCallback(() => {
    const section = head.current;
    (section?.querySelector<HTMLElement>('[role=grid]') ?? section)?.focus();
  }, []);
  const toHelp = useCallback(() => setHelp(true), []);
  useKeys(toSentence, toHelp);
  return (
    <div className="app" data-size={phone ? 'phone' : 'desk'}>
      <button type="button" className="app-skip ui-button" onClick={toHead}>
        {t('page.skip')}
      </button>
      <TopBar phone={phone} onHelp={toHelp}>
        <SentencePane ref={sentence} onLeave={toHead} />
      </TopBar>
      <main className="app-main">
        {phone ? null : <FigurePane variant="figure" changeable />}
        <HeadPane ref={head} compact={phone} />
        {phone ? <FigurePane variant="strip" changeable /> : null}
        {phone ? <HeadLegend /> : null}
      </main>
      <footer className="app-bottom">
        <FrenchPane />
      </footer>
      <Announcer />
      <KeysDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
