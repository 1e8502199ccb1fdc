import type { CSSProperties, ReactNode } from 'react';
import type { Cell } from '../../contract/index.ts';
import { type HeatmapLayout, LABEL_PAD_PX, shownLabels } from '../../layout/index.ts';

export interface HeadersProps {
  readonly layout: HeatmapLayout;
  /** What a screen reader says for each query and key. */
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  /** The cell whose words stand out. */
  readonly strong: Cell | null;
  /** Where the keys stand, and what goes there. */
  readonly active: Cell | null;
  readonly activeCell: ReactNode;
  /** Rows that are read together. */
  readonly joined?: readonly number[];
}

const named = (shown: string, spoken: string | undefined, cut: boolean) =>
  cut || shown !== spoken ? { title: spoken, 'aria-label': spoken } : {};

function columnStyle({ leftPx, topPx, cellWidthPx, gapPx, fontPx, columns }: HeatmapLayout, key: number) {
  // Turned about its lower left corner, a label's middle line then starts above the middle of its column.
  const x = leftPx + key * cellWidthPx + (cellWidthPx - gapPx) / 2 + fontPx * 0.3;
  return {
    left: x,
    top: topPx - LABEL_PAD_PX / 2 - fontPx * 1.2,
    fontSize: fontPx,
    transform: `rotate(${-columns.angleDegrees}deg)`,
  } satisfies CSSProperties;
}

function rowStyle({ leftPx, topPx, cellHeightPx, gapPx, fontPx }: HeatmapLayout, query: number) {
  const middle = topPx + query * cellHeightPx + (cellHeightPx - gapPx) / 2;
  return {
    width: leftPx - LABEL_PAD_PX,
    top: middle - fontPx * 0.6 + 1,
    fontSize: fontPx,
  } satisfies CSSProperties;
}

/** The words along both axes, as the headers of an ARIA grid, and the one real cell inside its row. */
export function Headers({ layout, queries, keys, strong, active, activeCell, joined = [] }: HeadersProps) {
  const columns = shownLabels(layout.columns, strong?.key ?? null);
  const shownRows = shownLabels(layout.rows, strong?.query ?? null);
  const rows =
    active && !shownRows.includes(active.query)
      ? [...shownRows, active.query].sort((a, b) => a - b)
      : shownRows;
  return (
    <>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((key) => {
            const label = layout.columns.labels[key];
            return (
              <th
                key={key}
                scope="col"
                aria-colindex={key + 2}
                className={key === strong?.key ? 'am-column am-strong' : 'am-column'}
                style={columnStyle(layout, key)}
                {...named(label?.text ?? '', keys[key], label?.cut ?? false)}
              >
                <bdi>{label?.text}</bdi>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((query) => {
          const label = layout.rows.labels[query];
          return (
            <tr aria-rowindex={query + 2} key={query}>
              <th
                scope="row"
                aria-colindex={1}
                className={query === strong?.query || joined.includes(query) ? 'am-row am-strong' : 'am-row'}
                aria-selected={joined.includes(query) || undefined}
                style={rowStyle(layout, query)}
                hidden={!shownRows.includes(query)}
                {...named(label?.text ?? '', queries[query], label?.cut ?? false)}
              >
                <bdi>{label?.text}</bdi>
              </th>
              {query === active?.query && activeCell}
            </tr>
          );
        })}
      </tbody>
    </>
  );
}
