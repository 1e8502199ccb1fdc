import { useState } from 'react';
import './embed.css';
import {
  FigurePane,
  HeadDrawing,
  HeadLegend,
  HeadReading,
  HeadTitle,
  headPicturesOf,
  MorePane,
  type MoreView,
  moreOf,
  RunLine,
  SentencePane,
  useApp,
  useExplorerLink,
  useWords,
  ViewTitle,
} from '../app/index.ts';
import { ATTENTION_KINDS } from '../contract/index.ts';
import { choiceOf, chosenOf, isChanged, parseEdit, parseShow } from '../state/index.ts';
import { useMedia } from '../ui/index.ts';

/**
 * "live · Headlight": whether the numbers were computed here and now, by the model as it came or a changed one, and
 * the way to the whole page.
 */
function Mark() {
  const t = useWords();
  const href = useExplorerLink();
  const live = useApp(({ picture }) => picture !== null && !picture.stored);
  const changed = useApp(isChanged);
  return (
    <a className="embed-mark" href={href} target="_blank" rel="noopener" title={t('embed.open')}>
      {t(!live ? 'embed.stored' : changed ? 'embed.changed' : 'embed.live')}
    </a>
  );
}

/**
 * Beside one large heatmap there is room for the reading; arcs, several heads and small frames have it above, in one
 * line.
 */
function HeadFrame() {
  const arcs = useApp((state) => choiceOf(state).view === 'arcs');
  const low = useMedia('(max-height: 419px)');
  const several = useApp((state) => headPicturesOf(state).length > 1);
  const wide = useMedia('(min-width: 720px) and (min-height: 420px)') && !arcs && !several;
  return (
    <>
      <header className="embed-head">
        <HeadTitle />
        {wide ? null : <HeadReading compact count={2} />}
      </header>
      <div className="embed-body" data-wide={wide || undefined}>
        <HeadDrawing dense={low} />
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

/** A further view, under its title. */
function ViewFrame({ view }: { readonly view: MoreView }) {
  return (
    <>
      <header className="embed-head">
        <ViewTitle view={view} short={false} />
      </header>
      <div className="embed-body" data-view={view}>
        <MorePane view={view} />
      </div>
    </>
  );
}

/** What stands in the place of the figure: the chosen heads, or the view that the link names. */
function LargeFrame() {
  const more = useApp((state) => moreOf(choiceOf(state)));
  return more === null ? <HeadFrame /> : <ViewFrame view={more} />;
}

/** Without words in the figure: what its colours are, and how its rows and heads count. */
function FigureCaption() {
  const t = useWords();
  return (
    <p className="embed-caption">
      {ATTENTION_KINDS.map((kind) => (
        <span key={kind} data-kind={kind}>
          {t(`kind.${kind}`)}
        </span>
      ))}
      <span>{t('embed.order')}</span>
    </p>
  );
}

/**
 * The figure under its sentence; a head chosen in it opens in its place. Words and bars cost height: in a wide frame
 * the heads have it.
 */
function FigureFrame({ edit, onOpen }: { readonly edit: boolean; readonly onOpen: () => void }) {
  const text = useApp((state) => choiceOf(state).text);
  const roomy = useMedia('(min-width: 900px) and (min-height: 640px) and (max-aspect-ratio: 3/2)');
  return (
    <>
      {edit ? null : (
        <p className="embed-sentence" lang="en">
          {text}
        </p>
      )}
      {roomy ? null : <FigureCaption />}
      <div className="embed-body">
        <FigurePane variant={roomy ? 'figure' : 'bare'} onOpen={onOpen} />
      </div>
    </>
  );
}

/** Escape: the focus goes back to the slide. */
const leave = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** With `edit=1`: the sentence, to be typed on the slide. */
function Editable() {
  return (
    <div className="embed-edit">
      <SentencePane quiet onLeave={leave} />
    </div>
  );
}

function BackToFigure({ onPress }: { readonly onPress: () => void }) {
  const t = useWords();
  return (
    <button type="button" className="ui-button" data-look="quiet" onClick={onPress}>
      {t('embed.back')}
    </button>
  );
}

/** One head, another view, or the figure, edge to edge in a frame on a slide. Never takes the focus. */
export function EmbedPage() {
  const t = useWords();
  const { kind } = useApp(chosenOf);
  const [opened, setOpened] = useState(false);
  const asked = parseShow(window.location.search);
  const show = opened ? 'head' : asked;
  const edit = parseEdit(window.location.search);
  const failed = useApp(({ load, run }) => load.phase === 'failed' || run.phase === 'failed');
  return (
    <main className="embed" data-kind={kind}>
      <h1 className="only-spoken">{t('page.embedTitle')}</h1>
      {edit ? <Editable /> : null}
      {show === 'figure' ? <FigureFrame edit={edit} onOpen={() => setOpened(true)} /> : <LargeFrame />}
      <footer className="embed-foot">
        {failed ? <RunLine /> : opened ? <BackToFigure onPress={() => setOpened(false)} /> : <span />}
        <Mark />
      </footer>
    </main>
  );
}
