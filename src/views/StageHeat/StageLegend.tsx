import type { AttentionKind, Palette, ResolvedTheme } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { amountScale, COLOURED, divergingScale, powerOfTen } from '../../layout/index.ts';

const STOPS = 33;

/**
 * The field's one colour scale: −limit, 0, +limit; or 0 and the limit where nothing is below 0. Where numbers stand far
 * out, it says so.
 */
export function StageLegend(props: {
  readonly signed: boolean;
  readonly difference: boolean;
  readonly limit: number;
  readonly largest: number;
  readonly kind: AttentionKind;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'changed'>;
}) {
  const { signed, difference, limit, largest, kind, theme, palette, t } = props;
  const scale = signed ? divergingScale(theme, palette, 1) : amountScale(kind, theme, palette);
  const stops = scale.stops(STOPS).map(({ css }, i) => `${css} ${(100 * i) / (STOPS - 1)}%`);
  const end = powerOfTen(limit, t.language);
  const farOut = largest > limit;
  const from = farOut ? '≥\u202f' : '';
  return (
    <div className="sh-legend">
      <p>{t(difference ? 'changed.stageChange' : 'changed.stageValue')}</p>
      <div className="sh-bar" style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} />
      <p className="sh-ticks">
        {signed && (
          <span>
            {farOut ? '≤\u202f' : ''}
            {powerOfTen(-limit, t.language)}
          </span>
        )}
        <span>0</span>
        <span>{signed && limit > 0 ? `${from}+${end}` : `${from}${end}`}</span>
      </p>
      {farOut ? (
        <p>
          {t('changed.stageRobust', { share: t.percent(COLOURED), largest: powerOfTen(largest, t.language) })}
        </p>
      ) : null}
    </div>
  );
}
