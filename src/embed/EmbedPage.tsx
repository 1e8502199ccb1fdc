import './embed.css';
import {
  FigurePane,
  HeadDrawing,
  HeadReading,
  HeadTitle,
  RunLine,
  useApp,
  useExplorerLink,
  useWords,
} from '../app/index.ts';
import { chosenOf, parseShow } from '../state/index.ts';

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

/** One head, or the figure, edge to edge in a frame on a slide. Never takes the focus. */
export function EmbedPage() {
  const { kind } = useApp(chosenOf);
  const show = parseShow(window.location.search);
  const failed = useApp(({ load, run }) => load.phase === 'failed' || run.phase === 'failed');
  return (
    <main className="embed" data-kind={kind} data-show={show}>
      {show === 'figure' ? (
        <div className="embed-body">
          <FigurePane variant="bare" />
        </div>
      ) : (
        <>
          <header className="embed-head">
            <HeadTitle />
            <HeadReading compact />
          </header>
          <div className="embed-body">
            <HeadDrawing compact />
          </div>
        </>
      )}
      <footer className="embed-foot">
        {failed ? <RunLine /> : <span />}
        <Mark />
      </footer>
    </main>
  );
}
