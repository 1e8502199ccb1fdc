import {
  ATTENTION,
  type AttentionKind,
  type Palette,
  type ResolvedTheme,
  type Scale,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import {
  amountScale,
  divergingScale,
  handHatchColour,
  hatchColour,
  short,
  textScale,
} from '../../layout/index.ts';
import './Legend.css';

/** What a changed picture has besides: signs, and cells forbidden by hand. */
export interface LegendChange {
  /** Of differences: from −`limit` through 0 to `limit`; null for weights. */
  readonly signedLimit: number | null;
  /** Whether negative ones are dashed lines, as among arcs, too. */
  readonly dashed: boolean;
  readonly forbiddenBefore: boolean;
  readonly forbiddenAfter: boolean;
  /** Whether cells forbidden now bear a cross. */
  readonly crossed: boolean;
}

export interface LegendProps {
  readonly kind: AttentionKind;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly scale: Scale;
  /** The weight that gets the full colour on the fixed scale; 1 unless said otherwise. */
  readonly full?: number;
  /** Whether hatched cells are on screen; by default, when the kind has any. */
  readonly hatched?: boolean;
  /** Whether small pictures bear marks: a dot where a head differs, a stroke where it is off. */
  readonly thumbnails?: boolean;
  /** Whether the picture is of arcs, whose ink says who reads. */
  readonly arcs?: boolean;
  /** Whether the colours are the ground of words (`textScale`). */
  readonly words?: boolean;
  /** What the numbers are, where they are not a head's own weights. */
  readonly title?: string;
  readonly t: Translate<'legend' | 'changed'>;
  readonly changed?: LegendChange;
}

/** Enough that the eye cannot tell the gradient from the scale itself. */
const STOPS = 33;

const lines = (colour: string, degrees: number) =>
  `repeating-linear-gradient(${degrees}deg, ${colour} 0 1px, transparent 1px 4px)`;

/** The colours of the weights, taken from the scale that paints them. */
export function Legend(props: LegendProps) {
  const { kind, theme, palette, scale, t, hatched = ATTENTION[kind].causal, changed } = props;
  const limit = changed?.signedLimit ?? null;
  const hand = handHatchColour(theme);
  const title = changed && limit !== null ? t('changed.legend') : (props.title ?? t('legend.title'));
  return (
    <section className="lg-root" data-view="legend" data-kind={kind} aria-label={title}>
      <p className="lg-title">{title}</p>
      {changed && limit !== null ? (
        <SignedBar theme={theme} palette={palette} limit={limit} dashed={changed.dashed} t={t} />
      ) : (
        <AmountBar {...props} />
      )}
      {props.arcs && <p className="lg-note">{t('legend.arcs')}</p>}
      {scale === 'row' && <p className="lg-note">{t('legend.perRow')}</p>}
      {hatched && <Swatch image={lines(hatchColour(theme), -45)} text={t('legend.masked')} />}
      {changed?.forbiddenBefore && (
        <Swatch image={`${lines(hand, -45)}, ${lines(hand, 45)}`} text={t('changed.legendBefore')} />
      )}
      {changed?.forbiddenAfter && <Swatch image={lines(hand, 45)} text={t('changed.legendAfter')} />}
      {props.thumbnails && <Swatch sign="●" text={t('changed.legendDot')} />}
      {props.thumbnails && <Swatch sign="╲" text={t('changed.legendStroke')} />}
      {changed?.crossed && <Swatch sign="×" text={t('changed.legendCross')} />}
    </section>
  );
}

function Swatch(props: { readonly image?: string; readonly sign?: string; readonly text: string }) {
  return (
    <p className="lg-note">
      <span
        className="lg-swatch"
        style={props.image === undefined ? undefined : { backgroundImage: props.image }}
        aria-hidden="true"
      >
        {props.sign}
      </span>
      {props.text}
    </p>
  );
}

const gradient = (stops: readonly { readonly css: string }[]) =>
  `linear-gradient(to right, ${stops.map(({ css }, i) => `${css} ${(100 * i) / (stops.length - 1)}%`).join(', ')})`;

function AmountBar(props: Omit<LegendProps, 'hatched' | 'changed'>) {
  const { kind, theme, palette, scale, t, full = 1, words = false } = props;
  const colours = (words ? textScale : amountScale)(kind, theme, palette);
  const [low] = colours.ticks(1);
  return (
    <>
      <div className="lg-bar" style={{ background: gradient(colours.stops(STOPS)) }} />
      <p className="lg-ticks">
        <span>{low}</span>
        <span>{scale === 'row' ? t('legend.largest') : full === 1 ? '1 = 100 %' : full}</span>
      </p>
    </>
  );
}

/** − on the left, 0 in the middle, + on the right. */
function SignedBar(props: {
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly limit: number;
  readonly dashed: boolean;
  readonly t: Translate<'changed'>;
}) {
  const { theme, palette, limit, dashed, t } = props;
  const colours = divergingScale(theme, palette, limit);
  const line = (value: number, dash?: string) => (
    <svg className="lg-line" width="28" height="4" aria-hidden="true">
      <path d="M0 2H28" stroke={colours.css(value)} strokeDasharray={dash} />
    </svg>
  );
  return (
    <>
      <div className="lg-bar" style={{ background: gradient(colours.stops(STOPS)) }} />
      <p className="lg-ticks lg-signed">
        <span>{short(-limit, t.language)}</span>
        <span>0</span>
        <span>+{short(limit, t.language)}</span>
      </p>
      <p className="lg-ticks">
        <span>
          {dashed && line(-limit, '7 6')}
          {t('changed.legendLess')}
        </span>
        <span>
          {dashed && line(limit)}
          {t('changed.legendMore')}
        </span>
      </p>
    </>
  );
}
