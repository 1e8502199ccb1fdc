import type { AttentionKind, Palette, ResolvedTheme } from '../../contract/index.ts';
import { amountScale, divergingScale, powerOfTen } from '../../layout/index.ts';

export interface StageLegendWords {
  /** What the colours are, of one run and of a difference: `value`, `change of the value`. */
  readonly value: string;
  readonly change: string;
}

const STOPS = 33;

/** The field's one colour scale: −limit, 0, +limit; or 0 and the limit where nothing is below 0. */
export function StageLegend(props: {
  readonly signed: boolean;
  readonly difference: boolean;
  readonly limit: number;
  readonly kind: AttentionKind;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly locale: string;
  readonly words: StageLegendWords;
}) {
  const { signed, difference, limit, kind, theme, palette, locale, words } = props;
  const scale = signed ? divergingScale(theme, palette, 1) : amountScale(kind, theme, palette);
  const stops = scale.stops(STOPS).map(({ css }, i) => `${css} ${(100 * i) / (STOPS - 1)}%`);
  const end = powerOfTen(limit, locale);
  return (
    <div className="sh-legend">
      <p>{difference ? words.change : words.value}</p>
      <div className="sh-bar" style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} />
      <p className="sh-ticks">
        {signed && <span>{powerOfTen(-limit, locale)}</span>}
        <span>0</span>
        <span>{signed && limit > 0 ? `+${end}` : end}</span>
      </p>
    </div>
  );
}
