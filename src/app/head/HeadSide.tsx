import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isWriting } from '../../contract/index.ts';
import { sinkKeys, strongestKey } from '../../layout/index.ts';
import { choiceOf, chosenOf, isChanged, pinnedOf } from '../../state/index.ts';
import { Legend, ReadingPanel, type ReadingPanelProps } from '../../views/index.ts';
import { joinedRowsOf } from '../changes/joinedRows.ts';
import { pooledTitle } from '../changes/poolingWords.ts';
import { RowsBar } from '../changes/RowsBar.tsx';
import { useLegendChange, useReadingChange } from '../changes/useHeadChange.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { writtenBy } from '../target/frenchSteps.ts';
import { type HeadPicture, headPicturesOf } from './headPicture.ts';
import { pointedCellOf, pointedPictureOf } from './pointedCell.ts';

/** The keys whose columns are not drawn; none where all are. */
function useLeftOut(): readonly number[] | undefined {
  const hidden = useApp((state) => choiceOf(state).sink === 'hidden');
  const keys = useApp((state) => pointedPictureOf(state)?.keyTokens);
  return useMemo(() => (hidden && keys ? sinkKeys(keys) : undefined), [hidden, keys]);
}

/** More than so many heads side by side are not all said, for the pictures' room: then the one pointed at. */
const MOST_READ = 2;

/** How rows are read together, and of a decoder's row what it writes. */
function useRead(shown: HeadPicture | null): Pick<ReadingPanelProps, 'together' | 'writes'> {
  const { kind } = useApp(chosenOf);
  const picture = useApp((state) => state.picture);
  const joined = useApp((state) => joinedRowsOf(state) !== null);
  const rowsAs = useApp((state) => choiceOf(state).rowsAs);
  const writes = (query: number): string | null => {
    const row = shown?.queryTokens[query];
    return isWriting(kind) && picture && row ? writtenBy(picture, row) : null;
  };
  return { writes, ...(joined ? { together: rowsAs } : {}) };
}

const headOf = ({ heads }: HeadPicture): number => heads[0] ?? 0;

interface ReadingProps {
  readonly compact?: boolean;
  readonly count?: number;
}

/** What the pointed word reads in one head's picture, or in the rows that are read together. */
function ReadingOf(
  props: ReadingProps & {
    readonly picture: HeadPicture;
    readonly joined: boolean;
    /** Of several heads side by side: which it is, and whether it is the one pointed at. */
    readonly head?: number;
    readonly exact?: boolean;
  },
) {
  const { compact = false, count, picture, joined, head, exact = true } = props;
  const theme = useTheme();
  const t = useWords();
  const { memory } = useHeadlight();
  const { palette } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  const pinned = useApp(pinnedOf);
  const pointed = useApp(pointedCellOf) ?? pinned;
  const one = useApp(pointedPictureOf);
  const cell = joined
    ? { query: 0, key: pointed?.key ?? strongestKey(picture.matrix, 0, kind) ?? 0 }
    : pointed;
  const read = useRead(head === undefined ? one : picture);
  const known = useStore(memory, ({ hasPointed }) => hasPointed);
  const changed = useReadingChange(picture);
  const leftOut = useLeftOut();
  return (
    <ReadingPanel
      kind={kind}
      matrix={picture.matrix}
      queryTokens={picture.queryTokens}
      keyTokens={picture.keyTokens}
      theme={theme}
      palette={palette}
      cell={cell}
      known={known}
      {...read}
      // A pinned cell has its own way on beneath it.
      pinHint={!compact && !joined && pinned === null}
      t={t}
      compact={compact}
      exact={exact}
      {...(head === undefined ? {} : { head })}
      {...(count === undefined ? {} : { count })}
      {...(changed ? { changed } : {})}
      {...(leftOut ? { leftOut } : {})}
    />
  );
}

/** Beside the large panel, in words: what the pointed word reads; of a few heads side by side, with `each`, in each. */
export function HeadReading({ each = false, ...props }: ReadingProps & { readonly each?: boolean }) {
  const joined = useApp(joinedRowsOf);
  const one = useApp(pointedPictureOf);
  const pictures = useApp(headPicturesOf);
  const pointed = useApp((state) => (pointedCellOf(state) ?? pinnedOf(state)) !== null);
  if (joined) {
    return (
      <div className="app-joined">
        <ReadingOf
          {...props}
          picture={joined}
          joined
          {...(pictures.length > 1 ? { head: headOf(joined) } : {})}
        />
        <RowsBar />
      </div>
    );
  }
  if (!one) return null;
  if (pictures.length < 2) return <ReadingOf {...props} picture={one} joined={false} />;
  // With no word pointed at there is one thing to say, not one a head.
  const read = each && pointed && pictures.length <= MOST_READ ? pictures : [one];
  return (
    <div className="app-readings">
      {read.map((picture) => (
        <ReadingOf
          key={picture.heads.join(',')}
          {...props}
          picture={picture}
          joined={false}
          head={headOf(picture)}
          exact={picture === one}
        />
      ))}
    </div>
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
