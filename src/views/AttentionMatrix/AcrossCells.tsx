import type { Cell } from '../../contract/index.ts';
import { cellRect, type Matrix } from '../../layout/index.ts';
import { PictureNote, type PictureNoteText } from '../shared/PictureNote.tsx';

/** A few words across the cells, away from the pinned row. @param aside a cell is pointed at, or has the keys */
export function AcrossCells(props: {
  readonly note: PictureNoteText | null | undefined;
  readonly layout: Parameters<typeof cellRect>[0];
  readonly drawn: Pick<Matrix, 'T' | 'S'>;
  readonly pinned: Cell | null;
  readonly aside: boolean;
}) {
  const { note, layout, drawn, pinned, aside } = props;
  if (!note) return null;
  const { T, S } = drawn;
  const { x, y } = cellRect(layout, { query: 0, key: 0 });
  const last = cellRect(layout, { query: T - 1, key: S - 1 });
  const place = { left: x, top: y, width: last.x + last.width - x, height: last.y + last.height - y };
  const at = pinned === null ? 'center' : pinned.query < T / 2 ? 'end' : 'start';
  return <PictureNote note={note} place={place} at={at} aside={aside} />;
}
