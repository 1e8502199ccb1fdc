import { line, scaleLinear } from 'd3';

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

export interface PlotTick {
  readonly value: number;
  readonly px: number;
}

export interface LinePlot {
  /** SVG path data, one for each series. */
  readonly paths: readonly string[];
  readonly xTicks: readonly PlotTick[];
  readonly yTicks: readonly PlotTick[];
  /** The plotting room, px from the top left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Where a value stands, px. */
  readonly at: (point: PlotPoint) => PlotPoint;
}

export interface LinePlotInput {
  readonly series: readonly (readonly PlotPoint[])[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly margin: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** About so many ticks on each axis. */
  readonly ticks: { readonly x: number; readonly y: number };
}

/** A line plot whose axes begin at 0 and end at round numbers above the largest values. */
export function linePlot({ series, widthPx, heightPx, margin, ticks }: LinePlotInput): LinePlot {
  const points = series.flat();
  // Of numbers too small to be told from 0 the axis runs to 1.
  const most = (of: (point: PlotPoint) => number) => {
    const largest = points.reduce((so, point) => Math.max(so, of(point)), 0);
    return largest > 1e-12 ? largest : 1;
  };
  const [left, top] = [margin.left, margin.top];
  const [right, bottom] = [widthPx - margin.right, heightPx - margin.bottom];
  const x = scaleLinear([0, most((point) => point.x)], [left, right]);
  const y = scaleLinear([0, most((point) => point.y)], [bottom, top]).nice(ticks.y);
  const path = line<PlotPoint>(
    (point) => x(point.x),
    (point) => y(point.y),
  ).digits(1);
  return {
    paths: series.map((one) => path(one) ?? ''),
    xTicks: x.ticks(ticks.x).map((value) => ({ value, px: x(value) })),
    yTicks: y.ticks(ticks.y).map((value) => ({ value, px: y(value) })),
    left,
    top,
    right,
    bottom,
    at: (point) => ({ x: x(point.x), y: y(point.y) }),
  };
}
