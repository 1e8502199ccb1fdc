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
          words: t.number(2 ** (values.entropy ?? 0), { maximumSignificantDigits: 2 }),
        })}
      </span>
    </div>
  );
}

interface AxesProps {
  readonly plot: ReturnType<typeof headPlot>;
  readonly room: SizePx;
  readonly bottomPx: number;
  readonly t: HeadFinderProps['t'];
}

/** Lines and numbers along both axes: an entropy in bits as the number of words it is when they are read evenly. */
export function Axes({ plot, room, bottomPx, t }: AxesProps) {
  const floor = room.height - bottomPx;
  return (
    <g className="hf-axes">
      {plot.yTicks.map(({ value, px }) => (
        <g key={value}>
          <line x1={plot.xTicks[0]?.px ?? 0} x2={room.width} y1={px} y2={px} />
          <text x={(plot.xTicks[0]?.px ?? 0) - 6} y={px} dy="0.35em" textAnchor="end">
            {t.number(2 ** value, { maximumSignificantDigits: 2 })}
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

/** What the axes count, and what their corners are called. */
export function AxisWords({ plot, room, t }: Omit<AxesProps, 'bottomPx'>) {
  const left = (plot.xTicks[0]?.px ?? 0) + 4;
  return (
    <g className="hf-axis">
      <text x={left} y={0} dy="0.9em">
        {t('finder.plotY')}
      </text>
      <text className="hf-corner" x={room.width} y={0} dy="0.9em" textAnchor="end">
        {t('finder.plotGlobal')}
      </text>
      <text className="hf-corner" x={left} y={room.height} dy="-0.25em">
        {t('finder.plotLocal')}
      </text>
      <text x={room.width} y={room.height} dy="-0.25em" textAnchor="end">
        {t('finder.plotX')}
      </text>
    </g>
  );
}
