import { useMemo } from 'react';
import type { Cell, Level } from '../contract/index.ts';
import { choiceOf, chosenOf, pinnedOf } from '../state/index.ts';
import { AttentionMatrix, TokenArcs } from '../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from './context.tsx';
import { type HeadPicture, headPicturesOf } from './headPicture.ts';
import { useHeadTitle } from './headTitle.ts';
import { type HeadWords, headWords } from './viewWords.ts';

/** Kept out of the drawing's key: the level changes what a row is, so the views forget where the keys stood. */
const keyOf = ({ heads }: HeadPicture, level: Level): string => `${level} ${heads.join(',')}`;

interface OneProps {
  readonly picture: HeadPicture;
  /** Its number among the drawings. */
  readonly drawing: number;
  readonly words: HeadWords;
  /** Absent when it is the only one: the panel's own title names it then. */
  readonly title?: string;
  readonly compact: boolean;
}

function OneDrawing({ picture, drawing, words, title, compact }: OneProps) {
  const { act } = useHeadlight();
  const theme = useTheme();
  const { language } = useWords();
  const { view, scale, palette, mass } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  const cell = useApp(pinnedOf);
  const hover = useApp((state) => state.hover);
  const pointed = hover?.drawing === drawing ? hover : null;
  const shared = {
    kind,
    theme,
    palette,
    scale,
    cell,
    pointed,
    matrix: picture.matrix,
    queryTokens: picture.queryTokens,
    keyTokens: picture.keyTokens,
    onPin: act.pin,
    onHover: (at: Cell | null) => act.point(at && { ...at, drawing }),
    locale: language,
    ...(title === undefined ? {} : { title }),
  };
  if (view === 'arcs') return <TokenArcs {...shared} mass={mass} words={words.arcs} />;
  return <AttentionMatrix {...shared} compact={compact} words={words.matrix} />;
}

/** The chosen heads, large: one picture, or one for each head. */
export function HeadDrawing({ compact = false }: { readonly compact?: boolean }) {
  const translator = useWords();
  const title = useHeadTitle();
  const { kind } = useApp(chosenOf);
  const words = useMemo(
    () => headWords(translator, title, !compact, kind),
    [translator, title, compact, kind],
  );
  const pictures = useApp(headPicturesOf);
  const level = useApp((state) => choiceOf(state).level);
  const known = useApp((state) => state.picture !== null);
  const several = pictures.length > 1;
  if (pictures.length === 0) return known ? <p className="app-quiet">{translator.t('head.empty')}</p> : null;
  return (
    <div className="app-drawings" data-count={Math.min(pictures.length, 9)}>
      {pictures.map((picture, drawing) => (
        <OneDrawing
          key={keyOf(picture, level)}
          picture={picture}
          drawing={drawing}
          words={words}
          compact={compact || several}
          {...(several ? { title: translator.t('head.head', { head: (picture.heads[0] ?? 0) + 1 }) } : {})}
        />
      ))}
    </div>
  );
}
