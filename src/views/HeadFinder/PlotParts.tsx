import { type HeadPoint, headKey, type headPlot, KIND_SIGNS } from '../../layout/index.ts';
import type { SizePx } from '../../ui/index.ts';
import { shownHead } from '../shared/headNames.ts';
import { isChosen } from './isChosen.ts';
import type { HeadFinderProps } from './props.ts';
import { valueText } from './valueText.ts';

const DOT_PX = 5;

/** Every head as its kind's sign. */
export function Dots(props: {
  readonly points: readonly HeadPoint[];
  readonly finder: HeadFinderProps;
  readonly pointed: string | null;
}) {
  const { points, finder, pointed } = props;
  // The chosen and the pointed one are drawn last, over the others.
  const rank = (point: HeadPoint) =>
    Number(isChosen(finder, point.head)) + 2 * Number(headKey(point.head) === pointed);
  return (
    <>
      {[...points]
        .sort((a, b) => rank(a) - rank(b))
        .map((point) => {
          const key = headKey(point.head);
          const large = key === pointed || isChosen(finder, point.head);
          return (
            <path
              key={key}
              className="hf-dot"
              data-kind={point.head.kind}
              data-chosen={isChosen(finder, point.head) || undefined}
              data-pointed={key === pointed || undefined}
              d={KIND_SIGNS[point.head.kind]}
              transform={`translate(${point.xPx} ${point.yPx}) scale(${large ? DOT_PX * 1.5 : DOT_PX})`}
            />
          );
        })}
    </>
  );
}

/** The pointed head's name and numbers, beside its dot. */
export function PlotTip(props: {
  readonly point: HeadPoint;
  readonly finder: HeadFinderProps;
  readonly room: SizePx;
}) {
  const { point, finder, room } = props;
  const { t } = finder;
  const { values } = point.head;
  const leftHalf = point.xPx < room.width / 2;
  const side = leftHalf ? { left: point.xPx + 12 } : { right: room.width - point.xPx + 12 };
  return (
    <div className="hf-tip" style={{ top: point.yPx, ...side }} aria-hidden="true">
      <b>{shownHead(t, point.head)}</b>
      <span>
        {t('finder.pointShown', {
          distance: valueText(t, 'distance', values.distance ?? 0),
          entropy: valueText(t, 'entropy', values.entropy ?? 0),
        })}
      </span>
    </div>
  );
}

/** Lines and numbers along both axes. */
export function Axes(props: {
  readonly plot: ReturnType<typeof headPlot>;
  readonly room: SizePx;
  readonly bottomPx: number;
}) {
  const { plot, room, bottomPx } = props;
  const floor = room.height - bottomPx;
  return (
    <g className="hf-axes">
      {plot.yTicks.map(({ value, px }) => (
        <g key={value}>
          <line x1={plot.xTicks[0]?.px ?? 0} x2={room.width} y1={px} y2={px} />
          <text x={(plot.xTicks[0]?.px ?? 0) - 6} y={px} dy="0.35em" textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {plot.xTicks.map(({ value, px }) => (
        <text key={value} x={px} y={floor} dy="1.3em" textAnchor="middle">
          {value}
        </text>
      ))}
    </g>
  );
}
