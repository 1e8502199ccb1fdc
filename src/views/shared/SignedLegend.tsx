import { useMemo } from 'react';
import type { Palette, ResolvedTheme } from '../../contract/index.ts';
import './SignedLegend.css';
import { signedGradient } from './signedGradient.ts';

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
  const background = useMemo(() => signedGradient(theme, palette), [theme, palette]);
  // Two of them may say the same, as long as all that is known is 0.
  const places = ticks.map((tick, at) => ({ at, tick }));
  return (
    <div className="sg-legend">
      <p>
        <span>{ends[0]}</span>
        {unit === undefined ? null : <span className="sg-unit">{unit}</span>}
        <span>{ends[1]}</span>
      </p>
      <div className="sg-bar" style={{ background }} />
      <p>
        {places.map(({ at, tick }) => (
          <span key={at}>{tick}</span>
        ))}
      </p>
    </div>
  );
}
