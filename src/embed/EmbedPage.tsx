import './embed.css';
import {
  FigurePane,
  HeadDrawing,
  HeadLegend,
  HeadReading,
  HeadTitle,
  RunLine,
  useApp,
  useExplorerLink,
  useMedia,
  useWords,
} from '../app/index.ts';
import { choiceOf, chosenOf, parseShow } from '../state/index.ts';

/** "live · Headlight": whether the numbers were computed here and now, and the way to the whole page. */
function Mark() {
  const { t } = useWords();
  const href = useExplorerLink();
  const live = useApp(({ picture }) => picture !== null && !picture.stored);
  return (
    <a className="embed-mark" href={href} target="_blank" rel="noopener" title={t('embed.open')}>
      {t(live ? 'embed.live' : 'embed.stored')}
    </a>
  );
}

/** Beside a heatmap there is room for the reading; arcs take the whole width and have it above them, in one line. */
function HeadFrame() {
  const arcs = useApp((state) => choiceOf(state).view === 'arcs');
  const wide = useMedia('(min-width: 600px)') && !arcs;
  return (
    <>
      <header className="embed-head">
        <HeadTitle />
        {wide ? null : <HeadReading compact />}
      </header>
      <div className="embed-body" data-wide={wide || undefined}>
        <HeadDrawing compact={!wide} />
        {wide ? (
          <aside className="embed-side">
            <HeadReading count={4} />
            <HeadLegend />
          </aside>
        ) : null}
      </div>
    </>
  );
}

/** One head, or the figure, edge to edge in a frame on a slide. Never takes the focus. */
export function EmbedPage() {
  const { t } = useWords();
  const { kind } = useApp(chosenOf);
  const show = parseShow(window.location.search);
  const failed = useApp(({ load, run }) => load.phase === 'failed' || run.phase === 'failed');
  return (
    <main className="embed" data-kind={kind} data-show={show}>
      <h1 className="only-spoken">{t('page.embedTitle')}</h1>
      {show === 'figure' ? (
        <div className="embed-body">
          <FigurePane variant="bare" />
        </div>
      ) : (
        <HeadFrame />
      )}
      <footer className="embed-foot">
        {failed ? <RunLine /> : <span />}
        <Mark />
      </footer>
    </main>
  );
}
