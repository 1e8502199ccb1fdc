import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import {
  type HeadMeasures,
  type HeadPoint,
  headKey,
  headPlot,
  isPlotKey,
  nextPoint,
} from '../../layout/index.ts';
import { useSize, useUnit } from '../../ui/index.ts';
import { spokenHead } from '../shared/headNames.ts';
import { isChosen } from './isChosen.ts';
import { Axes, AxisWords, Dots, PlotTip } from './PlotParts.tsx';
import type { HeadFinderProps } from './props.ts';
import { useNearest } from './useNearest.ts';
import { valueText } from './valueText.ts';
import './Plot.css';

const NO_POINTS: readonly HeadPoint[] = [];

interface PlotProps {
  readonly finder: HeadFinderProps;
  readonly heads: readonly HeadMeasures[];
  readonly pointed: string | null;
  /** The one whose name stands beside its dot: a row of the list says its own. */
  readonly tipped: string | null;
  readonly onPoint: (key: string | null) => void;
}

/** The least size of what is written on the axes, in units. */
const LEAST_PX = 14;

/**
 * The dots for the keys: one tab stop among them, arrows lead along both axes. The pointer is led to the nearest one
 * instead.
 */
const DotButtons = memo(function DotButtons(
  props: Omit<PlotProps, 'heads' | 'pointed' | 'tipped'> & { readonly points: readonly HeadPoint[] },
) {
  const { finder, points, onPoint } = props;
  const { t } = finder;
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [at, setAt] = useState<string | null>(null);
  const keys = points.map((point) => headKey(point.head));
  const chosen = points.findIndex((point) => isChosen(finder, point.head));
  const stop = at !== null && keys.includes(at) ? at : keys[Math.max(0, chosen)];
  const onKeyDown = (event: KeyboardEvent, i: number) => {
    if (!isPlotKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons.current.get(keys[nextPoint(points, i, event.key)] ?? '')?.focus();
  };
  return points.map(({ head, xPx, yPx }, i) => {
    const key = keys[i] ?? '';
    return (
      <button
        key={key}
        type="button"
        className="hf-dot-button"
        style={{ left: xPx, top: yPx }}
        tabIndex={key === stop ? 0 : -1}
        aria-pressed={isChosen(finder, head)}
        aria-label={t('finder.point', {
          head: spokenHead(t, head),
          distance: valueText(t, 'distance', head.values.distance ?? 0),
          entropy: valueText(t, 'entropy', head.values.entropy ?? 0),
        })}
        ref={(button) => {
          if (button) buttons.current.set(key, button);
          else buttons.current.delete(key);
        }}
        onKeyDown={(event) => onKeyDown(event, i)}
        onClick={() => finder.onChoose(head.kind, head.layer, head.head)}
        onFocus={() => {
          setAt(key);
          onPoint(key);
        }}
        onBlur={() => onPoint(null)}
      />
    );
  });
});

/** Local against global in one picture: every head by how far and how evenly it reads. */
export function Plot({ finder, heads, pointed, tipped, onPoint }: PlotProps) {
  const { t } = finder;
  const [roomRef, room] = useSize<HTMLDivElement>();
  const unit = useUnit();
  // The numbers grow with the plot, as everything does on a large screen.
  const em = Math.round(Math.max(LEAST_PX * unit, (room?.width ?? 0) / 24));
  const bottomPx = Math.round(em * 2.8);
  const plot = useMemo(
    () =>
      room &&
      headPlot(heads, {
        widthPx: room.width,
        heightPx: room.height,
        leftPx: Math.round(em * 1.6),
        bottomPx,
        edgePx: 10,
      }),
    [heads, room, em, bottomPx],
  );
  const points = plot?.points ?? NO_POINTS;
  useNearest(roomRef, points, {
    onPoint: (point) => onPoint(point && headKey(point.head)),
    onPick: ({ head }) => finder.onChoose(head.kind, head.layer, head.head),
  });
  const point = points.find(({ head }) => headKey(head) === tipped);
  return (
    <figure className="hf-plot">
      <figcaption className="hf-plot-title">{t('finder.plot')}</figcaption>
      <div ref={roomRef} className="hf-plot-room">
        {room && plot ? (
          <>
            <svg width={room.width} height={room.height} aria-hidden="true" style={{ fontSize: em }}>
              <Axes plot={plot} room={room} bottomPx={bottomPx} t={t} />
              <AxisWords plot={plot} room={room} t={t} />
              <Dots points={points} finder={finder} pointed={pointed} />
            </svg>
            <DotButtons finder={finder} points={points} onPoint={onPoint} />
            {point ? <PlotTip point={point} finder={finder} room={room} /> : null}
          </>
        ) : null}
      </div>
    </figure>
  );
}
