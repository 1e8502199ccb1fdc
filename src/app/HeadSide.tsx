import { useMemo } from 'react';
import { choiceOf, chosenOf, pinnedOf } from '../state/index.ts';
import { Legend, ReadingPanel } from '../views/index.ts';
import { useApp, useTheme, useWords } from './context.tsx';
import { useHeadTitle } from './headTitle.ts';
import { pointedCellOf, pointedPictureOf } from './pointing.ts';
import { headWords } from './viewWords.ts';

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
  const title = useHeadTitle();
  const words = useMemo(() => headWords(translator, title, !compact).reading, [translator, title, compact]);
  const { palette } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  const pinned = useApp(pinnedOf);
  const cell = useApp(pointedCellOf) ?? pinned;
  const picture = useApp(pointedPictureOf);
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
