import type { CSSProperties } from 'react';
import type { Cell, Level, View } from '../../contract/index.ts';
import { COLUMN_BELOW_PX, sideColumns } from '../../layout/index.ts';
import { choiceOf, chosenOf, pinnedOf } from '../../state/index.ts';
import { type SizePx, useSize, useUnit } from '../../ui/index.ts';
import { AttentionMatrix, gutterPx, MOST_SHARED_ROWS, TokenArcs } from '../../views/index.ts';
import { useDrawingChange, useRows } from '../changes/useHeadChange.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import type { ViewMemoryStore } from '../view/viewMemory.ts';
import { type HeadPicture, headPicturesOf } from './headPicture.ts';
import { useHeadNotes, useHeadTitle } from './headTitle.ts';
import { usePictureNote } from './usePictureNote.ts';
import './HeadDrawing.css';

/** Kept out of the drawing's key: the level changes what a row is, so the views forget where the keys stood. */
const keyOf = ({ heads }: HeadPicture, level: Level): string => `${level} ${heads.join(',')}`;

/** So many heads have room for what each does. */
const MOST_NOTED = 4;

/** Arcs need this width with words in a column, this height with words in a line. */
const LEAST_ARCS_PX = 150;
const LEAST_LINE_PX = 120;

/** Who pointed once need not be told how. */
function notePointing(memory: ViewMemoryStore): void {
  if (!memory.getState().hasPointed) memory.setState({ hasPointed: true });
}

interface OneProps {
  readonly picture: HeadPicture;
  /** Its number among the drawings. */
  readonly drawing: number;
  /** Of all that is drawn. */
  readonly name: string;
  /** Absent when it is the only one: the panel's own title names it then. */
  readonly title?: string;
  readonly compact: boolean;
  /** In one line with the others. */
  readonly inLine: boolean;
  readonly changeable: boolean;
  readonly onExplain?: (() => void) | undefined;
}

function OneDrawing({ picture, drawing, name, title, compact, inLine, changeable, onExplain }: OneProps) {
  const unit = useUnit();
  const { act, memory } = useHeadlight();
  const theme = useTheme();
  const t = useWords();
  const { view, scale, palette, mass } = useApp(choiceOf);
  const { kind } = useApp(chosenOf);
  const cell = useApp(pinnedOf);
  const hover = useApp((state) => state.hover);
  const pointed = hover?.drawing === drawing ? hover : null;
  const changed = useDrawingChange(picture, changeable);
  const note = usePictureNote(picture);
  const shared = {
    kind,
    theme,
    palette,
    scale,
    full: picture.full,
    cell,
    pointed,
    matrix: picture.matrix,
    queryTokens: picture.queryTokens,
    keyTokens: picture.keyTokens,
    onPin: (at: Cell | null) => {
      notePointing(memory);
      act.pin(at);
    },
    onHover: (at: Cell | null) => {
      if (at !== null) notePointing(memory);
      act.point(at && { ...at, drawing });
    },
    name,
    note,
    t,
    ...useRows(changeable),
    ...(title === undefined ? {} : { title }),
  };
  const onMenu = (at: Cell, box: DOMRect) =>
    memory.setState({ cellMenu: { cell: at, drawing, box }, copied: null });
  if (view === 'arcs') return <TokenArcs {...shared} mass={mass} changed={changed.arcs} />;
  return (
    <AttentionMatrix
      {...shared}
      {...(onExplain ? { onExplain } : {})}
      {...(changeable ? { onMenu } : {})}
      compact={compact}
      {...(inLine ? { line: lineOf(drawing, unit) } : {})}
      changed={changed.matrix}
    />
  );
}

/** The first in a line of heatmaps has the words of all rows. */
const lineOf = (drawing: number, unit: number) => {
  const words = drawing === 0;
  return { words, leftPx: gutterPx(words, unit) };
};

/**
 * How many drawings stand side by side: heatmaps for the largest cells, arcs below one another while words in a line
 * have room.
 */
function columnsOf(pictures: readonly HeadPicture[], room: SizePx | null, view: View): number {
  const [first] = pictures;
  const count = pictures.length;
  if (!first || !room || count < 2) return 1;
  const { width: widthPx, height: heightPx } = room;
  if (view === 'arcs') {
    const lines = widthPx >= COLUMN_BELOW_PX && heightPx / count >= LEAST_LINE_PX;
    return lines ? 1 : Math.max(1, Math.min(count, Math.floor(widthPx / LEAST_ARCS_PX)));
  }
  return sideColumns({ count, T: first.matrix.T, S: first.matrix.S, widthPx, heightPx });
}

/** The chosen heads, large: one picture, or one for each head. */
export function HeadDrawing(props: {
  /** In a low frame: no axis titles. */
  readonly dense?: boolean;
  /** Cells can be forbidden here, and rows read together. */
  readonly changeable?: boolean;
  /** Where the pinned cell's number can be followed. */
  readonly onExplain?: () => void;
}) {
  const { dense = false, changeable = false } = props;
  const t = useWords();
  const name = useHeadTitle();
  const pictures = useApp(headPicturesOf);
  const level = useApp((state) => choiceOf(state).level);
  const known = useApp((state) => state.picture !== null);
  const several = pictures.length > 1;
  const [roomRef, room] = useSize<HTMLDivElement>();
  const view = useApp((state) => choiceOf(state).view);
  const notes = useHeadNotes(pictures.length > MOST_NOTED);
  const columns = columnsOf(pictures, room, view);
  const isLine = several && view !== 'arcs' && columns === pictures.length;
  const inLine = isLine && (pictures[0]?.matrix.T ?? 0) <= MOST_SHARED_ROWS;
  return (
    <div
      className="app-drawings"
      ref={roomRef}
      data-line={inLine || undefined}
      style={{ '--columns': columns, '--beside': columns - 1 } as CSSProperties}
    >
      {pictures.length === 0 && known && <p className="app-quiet">{t('head.empty')}</p>}
      {pictures.map((picture, drawing) => (
        <OneDrawing
          key={keyOf(picture, level)}
          picture={picture}
          drawing={drawing}
          name={name}
          compact={several || dense}
          inLine={inLine}
          changeable={changeable}
          onExplain={props.onExplain}
          {...(several ? { title: notes(picture.heads[0] ?? 0) } : {})}
        />
      ))}
    </div>
  );
}
