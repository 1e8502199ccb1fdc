import { useId, useLayoutEffect, useRef } from 'react';
import { type Arc, type ArcsLayout, arcPath } from '../../layout/index.ts';
import { usePixelRatio } from '../shared/usePixelRatio.ts';
import { ArcInks, inkOf } from './ArcInks.tsx';

interface ArcLinesProps {
  readonly layout: ArcsLayout;
  readonly arcs: readonly Arc[];
  /** Of weights and of growth; of a difference below 0, which is also dashed. */
  readonly inks: { readonly plus: string; readonly minus: string };
}

/** More arcs than this are painted on a canvas: so many nodes would take longer than a frame. */
const MOST_NODES = 2000;

/** Dashes of what became less, longer in thicker arcs, where short ones would run together. */
const dashOf = (widthPx: number): readonly number[] => [Math.max(7, widthPx), Math.max(5, 0.6 * widthPx)];

/** The arcs; thickness and opacity are the weight itself, or the change's size. */
export function ArcLines(props: ArcLinesProps) {
  return props.arcs.length > MOST_NODES ? <PaintedArcs {...props} /> : <DrawnArcs {...props} />;
}

function DrawnArcs({ layout, arcs, inks }: ArcLinesProps) {
  const id = useId();
  return (
    <svg className="ta-arcs" width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
      <ArcInks id={id} layout={layout} inks={inks} />
      {arcs.map((arc) => {
        const less = arc.weight < 0;
        const size = Math.abs(arc.weight);
        const widthPx = size * layout.fullArcPx;
        return (
          <path
            key={`${arc.query}-${arc.key}`}
            d={arcPath(layout, arc)}
            stroke={less ? inks.minus : inks.plus}
            // Over the plain ink, which stays where nothing leads anywhere.
            style={inkOf(id, layout, arc)}
            strokeDasharray={less ? dashOf(widthPx).join(' ') : undefined}
            strokeOpacity={Math.min(1, size)}
            strokeWidth={widthPx}
          />
        );
      })}
    </svg>
  );
}

function PaintedArcs({ layout, arcs, inks }: ArcLinesProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, layout.widthPx, layout.heightPx);
    for (const arc of arcs) {
      const size = Math.abs(arc.weight);
      context.strokeStyle = arc.weight < 0 ? inks.minus : inks.plus;
      context.setLineDash(arc.weight < 0 ? [...dashOf(size * layout.fullArcPx)] : []);
      context.lineCap = arc.weight < 0 ? 'butt' : 'round';
      context.globalAlpha = Math.min(1, size);
      context.lineWidth = size * layout.fullArcPx;
      context.stroke(new Path2D(arcPath(layout, arc)));
    }
  }, [layout, arcs, inks, ratio]);
  return (
    <div className="ta-arcs" aria-hidden="true">
      <canvas
        ref={ref}
        width={Math.round(layout.widthPx * ratio)}
        height={Math.round(layout.heightPx * ratio)}
        style={{ width: layout.widthPx, height: layout.heightPx }}
      />
    </div>
  );
}
