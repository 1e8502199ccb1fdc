import { useMemo } from 'react';
import { choiceOf, chosenOf, pinnedOf } from '../state/index.ts';
import { Legend, ReadingPanel, type ReadingPanelWords } from '../views/index.ts';
import { useApp, useTheme, useWords } from './context.tsx';
import { writtenBy } from './frenchSteps.ts';
import { headPicturesOf } from './headPicture.ts';
import { useHeadTitle } from './headTitle.ts';
import { pointedCellOf, pointedPictureOf } from './pointing.ts';
import { headWords } from './viewWords.ts';

/** The panel's words; its heading says which of several heads it reads, and of a decoder's row what it writes. */
function useReadingWords(hints: boolean): ReadingPanelWords {
  const translator = useWords();
  const title = useHeadTitle();
  const { kind } = useApp(chosenOf);
  const shown = useApp(pointedPictureOf);
  const several = useApp((state) => headPicturesOf(state).length > 1);
  const picture = useApp((state) => state.picture);
  return useMemo(() => {
    const { t } = translator;
    const words = headWords(translator, title, hints).reading;
    const heading = (word: string, query: number): string => {
      const row = shown?.queryTokens[query];
      const next = kind === 'encoder' || !picture || !row ? null : writtenBy(picture, row);
      if (next === null) return words.reads(word, query);
      return t('reading.titleWriting', { word, next: next === '' ? words.endMark : next });
    };
    const head = (shown?.heads[0] ?? 0) + 1;
    const reads = (word: string, query: number): string =>
      several ? t('reading.titleHead', { head, title: heading(word, query) }) : heading(word, query);
    return { ...words, reads };
  }, [translator, title, hints, kind, shown, several, picture]);
}

/** Beside the large panel, in words: what the pointed word reads. Several heads side by side: in the one pointed at. */
export function HeadReading({
  compact = false,
  count,
}: {
  readonly compact?: boolean;
  readonly count?: number;
}) {
  const theme = useTheme();
  const translator = useWords();
  const { palette } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  const pinned = useApp(pinnedOf);
  const cell = useApp(pointedCellOf) ?? pinned;
  const picture = useApp(pointedPictureOf);
  // A pinned cell has its own way on beneath it.
  const words = useReadingWords(!compact && pinned === null);
  if (!picture) return null;
  return (
    <ReadingPanel
      kind={kind}
      matrix={picture.matrix}
      queryTokens={picture.queryTokens}
      keyTokens={picture.keyTokens}
      theme={theme}
      palette={palette}
      cell={cell}
      words={words}
      locale={translator.language}
      compact={compact}
      {...(count === undefined ? {} : { count })}
    />
  );
}

/** The colours, from the scale itself. */
export function HeadLegend() {
  const theme = useTheme();
  const translator = useWords();
  const words = useMemo(() => headWords(translator, '', false).legend, [translator]);
  const { palette, scale } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  return <Legend kind={kind} theme={theme} palette={palette} scale={scale} words={words} />;
}
