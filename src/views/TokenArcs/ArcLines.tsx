import { useLayoutEffect, useRef } from 'react';
import { type Arc, type ArcsLayout, arcPath } from '../../layout/index.ts';
import { usePixelRatio } from '../shared/useMedia.ts';

interface ArcLinesProps {
  readonly layout: ArcsLayout;
  readonly arcs: readonly Arc[];
  readonly hue: string;
}

/** More arcs than this are painted on a canvas: so many nodes would take longer than a frame. */
const MOST_NODES = 2000;

/** The arcs; thickness and opacity are the weight itself. */
export function ArcLines(props: ArcLinesProps) {
  return props.arcs.length > MOST_NODES ? <PaintedArcs {...props} /> : <DrawnArcs {...props} />;
}

function DrawnArcs({ layout, arcs, hue }: ArcLinesProps) {
  return (
    <svg className="ta-arcs" width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
      {arcs.map((arc) => (
        <path
          key={`${arc.query}-${arc.key}`}
          d={arcPath(layout, arc)}
          stroke={hue}
          strokeOpacity={Math.min(1, arc.weight)}
          strokeWidth={arc.weight * layout.fullArcPx}
        />
      ))}
    </svg>
  );
}

function PaintedArcs({ layout, arcs, hue }: ArcLinesProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, layout.widthPx, layout.heightPx);
    context.strokeStyle = hue;
    context.lineCap = 'round';
    for (const arc of arcs) {
      context.globalAlpha = Math.min(1, arc.weight);
      context.lineWidth = arc.weight * layout.fullArcPx;
      context.stroke(new Path2D(arcPath(layout, arc)));
    }
  }, [layout, arcs, hue, ratio]);
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
