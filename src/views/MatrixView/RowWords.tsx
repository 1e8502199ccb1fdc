import type { FittedLabel, MatrixPlace } from '../../layout/index.ts';

/** Rows this high have room for each word. */
const WORD_FROM_PX = 11;

/** Words left of a matrix's rows; where rows are lower than a line, only the lit one's. */
export function RowWords(props: {
  readonly place: MatrixPlace;
  readonly labels: readonly FittedLabel[];
  readonly labelPx: number;
  readonly lit: number | null;
  readonly onPoint: (row: number | null) => void;
}) {
  const { place, labels, labelPx, lit, onPoint } = props;
  const rowPx = place.height / Math.max(1, labels.length);
  const stride = Math.max(1, Math.ceil(WORD_FROM_PX / rowPx));
  const list = labels.map(({ text }, row) => ({ text, row }));
  const isNear = (row: number) => lit !== null && row !== lit && Math.abs(row - lit) < stride;
  return (
    <ul
      className="mv-words"
      style={{ top: place.y, width: labelPx, height: place.height }}
      onPointerLeave={() => onPoint(null)}
      aria-hidden="true"
    >
      {list.map(({ text, row }) => (
        <li
          key={row}
          data-lit={row === lit || undefined}
          style={{ top: row * rowPx, height: rowPx }}
          onPointerEnter={() => onPoint(row)}
        >
          {row === lit || (row % stride === 0 && !isNear(row)) ? <bdi>{text}</bdi> : null}
        </li>
      ))}
    </ul>
  );
}
