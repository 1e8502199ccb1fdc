import { useMemo } from 'react';
import { isWriting } from '../../contract/index.ts';
import { sinkKeys, strongestKey } from '../../layout/index.ts';
import { choiceOf, chosenOf, isChanged, pinnedOf } from '../../state/index.ts';
import { Legend, ReadingPanel, type ReadingPanelProps } from '../../views/index.ts';
import { joinedRowsOf } from '../changes/joinedRows.ts';
import { pooledTitle } from '../changes/poolingWords.ts';
import { RowsBar } from '../changes/RowsBar.tsx';
import { useLegendChange, useReadingChange } from '../changes/useHeadChange.ts';
import { useApp, useTheme, useWords } from '../context.tsx';
import { writtenBy } from '../target/frenchSteps.ts';
import { headPicturesOf } from './headPicture.ts';
import { pointedCellOf, pointedPictureOf } from './pointedCell.ts';

/** The keys whose columns are not drawn; none where all are. */
function useLeftOut(): readonly number[] | undefined {
  const hidden = useApp((state) => choiceOf(state).sink === 'hidden');
  const keys = useApp((state) => pointedPictureOf(state)?.keyTokens);
  return useMemo(() => (hidden && keys ? sinkKeys(keys) : undefined), [hidden, keys]);
}

/** Which of several heads is read, how rows are read together, and of a decoder's row what it writes. */
function useRead(): Pick<ReadingPanelProps, 'head' | 'together' | 'writes'> {
  const { kind } = useApp(chosenOf);
  const shown = useApp(pointedPictureOf);
  const several = useApp((state) => headPicturesOf(state).length > 1);
  const picture = useApp((state) => state.picture);
  const joined = useApp((state) => joinedRowsOf(state) !== null);
  const rowsAs = useApp((state) => choiceOf(state).rowsAs);
  const writes = (query: number): string | null => {
    const row = shown?.queryTokens[query];
    return isWriting(kind) && picture && row ? writtenBy(picture, row) : null;
  };
  return {
    writes,
    ...(joined ? { together: rowsAs } : {}),
    ...(several ? { head: shown?.heads[0] ?? 0 } : {}),
  };
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
  const t = useWords();
  const { palette } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  const pinned = useApp(pinnedOf);
  const pointed = useApp(pointedCellOf) ?? pinned;
  const joined = useApp(joinedRowsOf);
  const one = useApp(pointedPictureOf);
  const picture = joined ?? one;
  const cell = joined
    ? { query: 0, key: pointed?.key ?? strongestKey(joined.matrix, 0, kind) ?? 0 }
    : pointed;
  const read = useRead();
  const changed = useReadingChange(picture);
  const leftOut = useLeftOut();
  if (!picture) return null;
  const reading = (
    <ReadingPanel
      kind={kind}
      matrix={picture.matrix}
      queryTokens={picture.queryTokens}
      keyTokens={picture.keyTokens}
      theme={theme}
      palette={palette}
      cell={cell}
      {...read}
      // A pinned cell has its own way on beneath it.
      pinHint={!compact && !joined && pinned === null}
      t={t}
      compact={compact}
      {...(count === undefined ? {} : { count })}
      {...(changed ? { changed } : {})}
      {...(leftOut ? { leftOut } : {})}
    />
  );
  return joined ? (
    <div className="app-joined">
      {reading}
      <RowsBar />
    </div>
  ) : (
    reading
  );
}

/** The colours, from the scale itself; with the marks on the small pictures of a changed model where there is room. */
export function HeadLegend({ marks = false }: { readonly marks?: boolean }) {
  const theme = useTheme();
  const t = useWords();
  const title = useApp((state) => pooledTitle(t, state));
  const { palette, scale, view } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  const picture = useApp(pointedPictureOf);
  const changed = useApp(isChanged);
  return (
    <Legend
      kind={kind}
      theme={theme}
      palette={palette}
      scale={scale}
      full={picture?.full ?? 1}
      thumbnails={marks && changed}
      arcs={view === 'arcs'}
      t={t}
      {...(title === null ? {} : { title })}
      {...useLegendChange(picture)}
    />
  );
}
