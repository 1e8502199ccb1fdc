import { useCallback, useMemo, useState } from 'react';
import { attentionStage, axesOf, type Cell, GRADIENT_SCALES } from '../../contract/index.ts';
import {
  amountScale,
  divergingScale,
  headMatrix,
  INFLUENCES,
  influenceOf,
  largestInfluence,
  largestSize,
  type Matrix,
  ownForbidden,
  sharesOfLimit,
  signedPercent,
  tokenLabel,
  weightAt,
} from '../../layout/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import type { GridLabel } from '../NumberGrid/label.ts';
import { NumberGrid } from '../NumberGrid/NumberGrid.tsx';
import { spokenOf } from '../shared/marks.ts';
import { SignedLegend } from '../shared/SignedLegend.tsx';
import { EffectNote } from './EffectNote.tsx';
import { GradientNote, gradientOfPicture, WordPickers, wordOf } from './GradientNote.tsx';
import { natsText, thousandths } from './nats.ts';
import type { GradientViewProps } from './props.ts';

/** A share of the head's largest, with its sign: "+40 %". */
const pointsText = (t: GradientViewProps['t'], share: number): string =>
  t('gradient.percentPoints', { number: signedPercent(share, t.language) });

/** A number of nats with its unit; of a gradient, for a weight of 1. */
const unitText = ({ t, weigh }: GradientViewProps, nats: number): string =>
  t(weigh === 'product' ? 'gradient.nats' : 'gradient.natsPerWeight', { number: natsText(t, nats) });

/** What a grid of influence shows: numbers −1 … 1 of the full colour, which stands for `limit` nats. */
interface Drawn {
  readonly shares: Matrix;
  readonly limit: number;
}

/** One head's weights, and what they count for the word; null where the picture has no such head. */
function useMatrices(props: GradientViewProps) {
  const { picture, weigh, scale } = props;
  const { kind, layer, head } = props.place;
  const gradient = gradientOfPicture(props);
  return useMemo(() => {
    const pattern = picture.frames.get(attentionStage(kind, layer, 'pattern'));
    if (!pattern || head >= (pattern.shape[0] ?? 0)) return null;
    const weights = headMatrix(pattern, head);
    const own = gradient && influenceOf(picture.frames, gradient.frames, { kind, layer, head }, weigh);
    if (!own || !gradient) return { weights, drawn: null };
    const limit =
      scale === 'all' ? largestInfluence(picture.frames, gradient.frames, weigh) : largestSize(own.data);
    const drawn: Drawn = { shares: sharesOfLimit(own, limit), limit };
    return { weights, drawn };
  }, [picture.frames, gradient, kind, layer, head, weigh, scale]);
}

function useLabels({ picture, place, t }: GradientViewProps) {
  return useMemo(() => {
    const { queries, keys } = axesOf(place.kind, picture);
    const labels = (tokens: typeof queries): readonly GridLabel[] => {
      const spoken = spokenOf(tokens, t);
      return tokens.map((token, i) => ({
        shown: tokenLabel(token),
        spoken: spoken[i] ?? '',
        word: token.word,
        always: token.role === 'end',
      }));
    };
    return { rows: labels(queries), columns: labels(keys) };
  }, [picture, place.kind, t]);
}

const endText = (view: GradientViewProps, limit: number, sign: 1 | -1): string =>
  view.scale === 'all' ? natsText(view.t, sign * limit) : pointsText(view.t, sign);

const titleOf = ({ t, weigh, scale }: GradientViewProps): string => {
  if (scale === 'head')
    return t(weigh === 'product' ? 'gradient.titleProductHead' : 'gradient.titleGradientHead');
  return t(weigh === 'product' ? 'gradient.titleProduct' : 'gradient.titleGradient');
};

/** In nats; where colours are shares of the head's largest, that share too. */
function influenceText(view: GradientViewProps, { shares, limit }: Drawn, cell: Cell): string {
  const share = weightAt(shares, cell);
  const nats = unitText(view, share * limit);
  if (view.scale === 'all') return nats;
  return view.t('gradient.ofHead', { nats, share: pointsText(view.t, share) });
}

/** Beside the grids: what they are, what has the full colour, and the cell pointed at. */
function Side(props: { readonly view: GradientViewProps; readonly limit: number; readonly said: string }) {
  const { view, limit, said } = props;
  const { theme, palette, weigh, scale, onScale, t } = view;
  return (
    <div className="gn-side">
      <p className="gn-quiet">
        {t(weigh === 'product' ? 'gradient.about' : 'gradient.aboutGradient', { word: wordOf(view) })}
      </p>
      <div className="gn-scale">
        <p aria-hidden="true">{t('gradient.scale')}</p>
        <ToggleGroup
          label={t('gradient.scale')}
          value={scale}
          options={GRADIENT_SCALES.map((value) => ({ value, label: t(`gradient.scale.${value}`) }))}
          onChange={onScale}
        />
        <SignedLegend
          theme={theme}
          palette={palette}
          ends={[t('gradient.less'), t('gradient.more')]}
          {...(scale === 'all' ? { unit: t('gradient.unit') } : {})}
          ticks={[endText(view, limit, -1), '0', endText(view, limit, 1)]}
        />
      </div>
      <p className="gn-said">{said}</p>
    </div>
  );
}

function Grids(props: {
  readonly view: GradientViewProps;
  readonly weights: Matrix;
  readonly drawn: Drawn | null;
}) {
  const { view, weights, drawn } = props;
  const { place, theme, palette, t } = view;
  const labels = useLabels(view);
  const [hovered, setHovered] = useState<Cell | null>(null);
  const pointed = hovered ?? view.cell;
  const without = useMemo(() => ownForbidden(place.kind, weights.T, weights.S), [place.kind, weights]);
  const limit = drawn?.limit ?? 0;
  const text = useCallback((share: number) => thousandths(share * limit), [limit]);
  const say = (cell: Cell): string =>
    t(view.weigh === 'product' ? 'gradient.cell' : 'gradient.cellGradient', {
      query: labels.rows[cell.query]?.spoken ?? '',
      key: labels.columns[cell.key]?.spoken ?? '',
      weight: t.percent(weightAt(weights, cell)),
      influence: drawn ? influenceText(view, drawn, cell) : '–',
    });
  const shared = {
    kind: place.kind,
    without,
    ...labels,
    pointed,
    onPoint: setHovered,
    say,
    theme,
    compact: true,
  };
  return (
    <div className="gn-grids">
      <NumberGrid
        {...shared}
        matrix={weights}
        signed={false}
        scale={amountScale(place.kind, theme, palette)}
        title={t('gradient.titleWeights')}
      />
      {drawn ? (
        <NumberGrid
          {...shared}
          matrix={drawn.shares}
          signed
          {...(view.scale === 'all' ? { text } : {})}
          scale={divergingScale(theme, palette, 1)}
          title={titleOf(view)}
        />
      ) : (
        <p className="gn-quiet" role="status">
          {t('gradient.waiting')}
        </p>
      )}
      <Side view={view} limit={limit} said={pointed ? say(pointed) : t('gradient.hint')} />
    </div>
  );
}

/** α̂ beside α̂ × gradient of one output word's log-probability, and where in the whole picture they disagree most. */
export function GradientView(props: GradientViewProps) {
  const { t } = props;
  const matrices = useMatrices(props);
  return (
    <section
      className="gn-view"
      data-view="gradient"
      data-kind={props.place.kind}
      aria-label={t('gradient.label')}
    >
      <div className="gn-top">
        <div className="gn-choices">
          <WordPickers {...props} />
          <ToggleGroup
            label={t('gradient.weigh')}
            value={props.weigh}
            options={INFLUENCES.map((value) => ({ value, label: t(`gradient.${value}`) }))}
            onChange={props.onWeigh}
          />
        </div>
      </div>
      {matrices ? <Grids view={props} {...matrices} /> : null}
      <div className="gn-notes">
        <EffectNote {...props} />
        <GradientNote {...props} picker={false} />
      </div>
    </section>
  );
}
