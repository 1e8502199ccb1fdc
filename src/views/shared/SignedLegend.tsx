import { useMemo } from 'react';
import type { Palette, ResolvedTheme } from '../../contract/index.ts';
import { divergingScale } from '../../layout/index.ts';
import './SignedLegend.css';

/** Enough that the eye cannot tell the gradient from the scale itself. */
const STOPS = 33;

/** The colours of signed numbers, from the scale that paints them: what its ends mean, and their numbers. */
export function SignedLegend(props: {
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly ends: readonly [string, string];
  /** At even steps from the least to the most. */
  readonly ticks: readonly string[];
  /** What they count, where their words do not say so. */
  readonly unit?: string;
}) {
  const { theme, palette, ends, ticks, unit } = props;
  const stops = useMemo(
    () =>
      divergingScale(theme, palette, 1)
        .stops(STOPS)
        .map(({ css }, i) => `${css} ${(i * 100) / (STOPS - 1)}%`),
    [theme, palette],
  );
  return (
    <div className="sg-legend">
      <p>
        <span>{ends[0]}</span>
        {unit === undefined ? null : <span className="sg-unit">{unit}</span>}
        <span>{ends[1]}</span>
      </p>
      <div className="sg-bar" style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} />
      <p>
        {ticks.map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </p>
    </div>
  );
}
