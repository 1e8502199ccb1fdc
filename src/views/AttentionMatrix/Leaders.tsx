import { type HeatmapLayout, LABEL_PAD_PX, type LabelPlace } from '../../layout/index.ts';
import type { ShownPlaces } from './shownPlaces.ts';

/** A label this near its row or column needs no line to it. */
const NEAR = 0.2;
/** Between a line's end and the letters. */
const FREE_PX = 1;

/** From labels that stand beside their own place, lines to it. Drawn only: each label is named as what it heads. */
export function Leaders({
  layout,
  places,
}: {
  readonly layout: HeatmapLayout;
  readonly places: ShownPlaces;
}) {
  const { leftPx, topPx, cellWidthPx, cellHeightPx, gapPx } = layout;
  const far = (pitchPx: number) => (place: LabelPlace) => Math.abs(place.offPx) > pitchPx * NEAR;
  const longPx = LABEL_PAD_PX - FREE_PX;
  const rows = places.rows.filter(far(cellHeightPx)).map(({ index, offPx }) => {
    const middle = topPx + index * cellHeightPx + (cellHeightPx - gapPx) / 2;
    return `M${leftPx} ${middle}L${leftPx - longPx} ${middle + offPx}`;
  });
  const columns = places.columns.filter(far(cellWidthPx)).map(({ index, offPx }) => {
    const middle = leftPx + index * cellWidthPx + (cellWidthPx - gapPx) / 2;
    return `M${middle} ${topPx}L${middle + offPx} ${topPx - longPx}`;
  });
  return (
    <>
      <Lines axis="rows" paths={rows} />
      <Lines axis="columns" paths={columns} />
    </>
  );
}

function Lines({ axis, paths }: { readonly axis: keyof ShownPlaces; readonly paths: readonly string[] }) {
  if (paths.length === 0) return null;
  return (
    <svg className={`am-leaders am-leaders-${axis}`} aria-hidden="true">
      <path d={paths.join('')} />
    </svg>
  );
}
