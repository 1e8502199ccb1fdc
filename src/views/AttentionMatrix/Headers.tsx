import type { CSSProperties, ReactNode } from 'react';
import type { Cell } from '../../contract/index.ts';
import { type FittedLabel, type HeatmapLayout, LABEL_PAD_PX, type LabelPlace } from '../../layout/index.ts';
import type { ShownPlaces } from './shownPlaces.ts';

export interface HeadersProps {
  readonly layout: HeatmapLayout;
  /** What a screen reader says for each query and key. */
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  /** Of which word a piece is; nothing for a whole word. */
  readonly queryTitles?: readonly (string | undefined)[];
  readonly keyTitles?: readonly (string | undefined)[];
  /** The cell whose words stand out. */
  readonly strong: Cell | null;
  /** The labels that are drawn. */
  readonly places: ShownPlaces;
  /** Where the keys stand, and what goes there. */
  readonly active: Cell | null;
  readonly activeCell: ReactNode;
  /** Rows that are read together. */
  readonly joined?: readonly number[];
}

/** How columns' labels are turned where there is room. */
const FLATTEST = 50;

/** Turned about its lower left corner, a label's middle line then starts above the middle of its column. */
function columnStyle(layout: HeatmapLayout, { index, offPx }: LabelPlace) {
  const { leftPx, topPx, cellWidthPx, gapPx, fontPx, columns } = layout;
  const upright = (columns.angleDegrees - FLATTEST) / (90 - FLATTEST);
  const middle = leftPx + index * cellWidthPx + (cellWidthPx - gapPx) / 2 + offPx;
  return {
    left: middle + fontPx * (0.3 + 0.3 * upright),
    top: topPx - (LABEL_PAD_PX / 2) * (1 + upright) - fontPx * 1.2,
    fontSize: fontPx,
    transform: `rotate(${-columns.angleDegrees}deg)`,
  } satisfies CSSProperties;
}

function rowStyle({ leftPx, topPx, cellHeightPx, gapPx, fontPx }: HeatmapLayout, place: LabelPlace) {
  const middle = topPx + place.index * cellHeightPx + (cellHeightPx - gapPx) / 2 + place.offPx;
  return {
    width: leftPx - LABEL_PAD_PX,
    top: middle - fontPx * 0.6 + 1,
    fontSize: fontPx,
  } satisfies CSSProperties;
}

interface HeadProps {
  readonly label: FittedLabel | undefined;
  readonly spoken: string | undefined;
  readonly title: string | undefined;
  readonly style: CSSProperties;
  readonly strong: boolean;
}

function named({ label, spoken, title }: HeadProps) {
  if (!label?.cut && label?.text === spoken) return title === undefined ? {} : { title };
  return { title: title === undefined ? spoken : `${spoken} (${title})`, 'aria-label': spoken };
}

/** The label as it fits; one that has no room is there for a screen reader. */
function HeadText({ label, spoken }: HeadProps) {
  const text = label?.text ?? '';
  return text === '' ? <span className="only-spoken">{spoken}</span> : <bdi>{text}</bdi>;
}

function ColumnHead(props: HeadProps & { readonly index: number }) {
  return (
    <th
      scope="col"
      aria-colindex={props.index + 2}
      className={props.strong ? 'am-column am-strong' : 'am-column'}
      style={props.style}
      {...named(props)}
    >
      <HeadText {...props} />
    </th>
  );
}

function RowHead(props: HeadProps & { readonly joined: boolean; readonly hidden: boolean }) {
  return (
    <th
      scope="row"
      aria-colindex={1}
      className={props.strong ? 'am-row am-strong' : 'am-row'}
      aria-selected={props.joined || undefined}
      style={props.style}
      hidden={props.hidden}
      {...named(props)}
    >
      <HeadText {...props} />
    </th>
  );
}

/** The rows whose labels are drawn, and that of the keys in any case. */
function rowsOf({ places, active }: HeadersProps): readonly LabelPlace[] {
  const lacks = active !== null && places.rows.every(({ index }) => index !== active.query);
  const unseen = lacks ? [{ index: active.query, offPx: 0 }] : [];
  return [...places.rows, ...unseen].sort((a, b) => a.index - b.index);
}

/** The words along both axes, as the headers of an ARIA grid, and the one real cell inside its row. */
export function Headers(props: HeadersProps) {
  const { layout, places, strong, active, joined = [] } = props;
  return (
    <>
      <thead>
        <tr aria-rowindex={1}>
          {places.columns.map((place) => (
            <ColumnHead
              key={place.index}
              index={place.index}
              label={layout.columns.labels[place.index]}
              spoken={props.keys[place.index]}
              title={props.keyTitles?.[place.index]}
              style={columnStyle(layout, place)}
              strong={place.index === strong?.key}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(props).map((place) => (
          <tr aria-rowindex={place.index + 2} key={place.index}>
            <RowHead
              label={layout.rows.labels[place.index]}
              spoken={props.queries[place.index]}
              title={props.queryTitles?.[place.index]}
              style={rowStyle(layout, place)}
              strong={place.index === strong?.query || joined.includes(place.index)}
              joined={joined.includes(place.index)}
              hidden={!places.rows.includes(place)}
            />
            {place.index === active?.query && props.activeCell}
          </tr>
        ))}
      </tbody>
    </>
  );
}
