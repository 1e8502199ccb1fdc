import type { AttentionKind, Palette, ResolvedTheme, Scale } from '../../contract/index.ts';
import { amountScale, hatchColour } from '../../layout/index.ts';
import './Legend.css';

export interface LegendWords {
  /** `attention weight α̂` */
  readonly title: string;
  /** Right end of the scale `row`: `the row’s largest`. */
  readonly largest: string;
  /** Note of the scale `row`: `each row has its own scale`. */
  readonly perRow: string;
  /** Beside the hatching: `may not look ahead`. */
  readonly masked: string;
}

export interface LegendProps {
  readonly kind: AttentionKind;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly scale: Scale;
  /** Whether hatched cells are on screen; by default, when the kind has any. */
  readonly hatched?: boolean;
  readonly words: LegendWords;
}

/** Enough that the eye cannot tell the gradient from the scale itself. */
const STOPS = 33;

/** The colours of the weights, taken from the scale that paints them. */
export function Legend({ kind, theme, palette, scale, words, hatched = kind === 'decoder' }: LegendProps) {
  const colours = amountScale(kind, theme, palette);
  const [low, high] = colours.ticks(1);
  const stops = colours.stops(STOPS).map(({ value, css }) => `${css} ${value * 100}%`);
  const hatch = `repeating-linear-gradient(-45deg, ${hatchColour(theme)} 0 1px, transparent 1px 4px)`;
  return (
    <section className="lg-root" data-view="legend" data-kind={kind} aria-label={words.title}>
      <p className="lg-title">{words.title}</p>
      <div className="lg-bar" style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} />
      <p className="lg-ticks">
        <span>{low}</span>
        <span>{scale === 'row' ? words.largest : high}</span>
      </p>
      {scale === 'row' && <p className="lg-note">{words.perRow}</p>}
      {hatched && (
        <p className="lg-note">
          <span className="lg-swatch" style={{ backgroundImage: hatch }} aria-hidden="true" />
          {words.masked}
        </p>
      )}
    </section>
  );
}
