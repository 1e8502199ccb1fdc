import { useMemo, useState } from 'react';
import { attentionStage, axesOf, type Cell } from '../../contract/index.ts';
import {
  amountScale,
  divergingScale,
  headMatrix,
  influenceMatrix,
  isMasked,
  type Matrix,
  ownForbidden,
  signedPercent,
  slopeMatrix,
  tokenLabel,
  weightAt,
} from '../../layout/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import type { GridLabel } from '../NumberGrid/label.ts';
import { NumberGrid } from '../NumberGrid/NumberGrid.tsx';
import { spokenOf } from '../shared/marks.ts';
import { SignedLegend } from '../shared/SignedLegend.tsx';
import { GradientNote, gradientOfPicture, WordPickers, wordOf } from './GradientNote.tsx';
import { type GradientViewProps, INFLUENCES } from './props.ts';

/** A share of the head's largest, with its sign: "+40 %". */
const pointsText = (t: GradientViewProps['t'], share: number): string =>
  t('gradient.percentPoints', { number: signedPercent(share, t.language) });

/** One head's weights, and its weights times their gradients; null where the picture has no such head. */
function useMatrices(props: GradientViewProps) {
  const { picture, weigh } = props;
  const { kind, layer, head } = props.place;
  const gradient = gradientOfPicture(props);
  return useMemo(() => {
    const name = attentionStage(kind, layer, 'pattern');
    const [pattern, slope] = [picture.frames.get(name), gradient?.frames.get(name)];
    if (!pattern || head >= (pattern.shape[0] ?? 0)) return null;
    const masked = (query: number, key: number) => isMasked(kind, query, key);
    const drawn = (of: typeof pattern) =>
      weigh === 'product' ? influenceMatrix(pattern, of, head) : slopeMatrix(of, head, masked);
    return { weights: headMatrix(pattern, head), influence: slope ? drawn(slope) : null };
  }, [picture.frames, gradient, kind, layer, head, weigh]);
}

function useLabels({ picture, place, t }: GradientViewProps) {
  return useMemo(() => {
    const { queries, keys } = axesOf(place.kind, picture);
    const labels = (tokens: typeof queries): readonly GridLabel[] => {
      const spoken = spokenOf(tokens, t);
      return tokens.map((token, i) => ({ shown: tokenLabel(token), spoken: spoken[i] ?? '' }));
    };
    return { rows: labels(queries), columns: labels(keys) };
  }, [picture, place.kind, t]);
}

function Grids(props: {
  readonly view: GradientViewProps;
  readonly weights: Matrix;
  readonly influence: Matrix | null;
}) {
  const { view, weights, influence } = props;
  const { place, theme, palette, t } = view;
  const labels = useLabels(view);
  const [hovered, setHovered] = useState<Cell | null>(null);
  const pointed = hovered ?? view.cell;
  const without = useMemo(() => ownForbidden(place.kind, weights.T, weights.S), [place.kind, weights]);
  const say = (cell: Cell): string =>
    t(view.weigh === 'product' ? 'gradient.cell' : 'gradient.cellGradient', {
      query: labels.rows[cell.query]?.spoken ?? '',
      key: labels.columns[cell.key]?.spoken ?? '',
      weight: t.percent(weightAt(weights, cell)),
      influence: influence ? pointsText(t, weightAt(influence, cell)) : '–',
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
    <>
      <div className="gn-grids">
        <NumberGrid
          {...shared}
          matrix={weights}
          signed={false}
          scale={amountScale(place.kind, theme, palette)}
          title={t('gradient.titleWeights')}
        />
        {influence ? (
          <NumberGrid
            {...shared}
            matrix={influence}
            signed
            scale={divergingScale(theme, palette, 1)}
            title={t(view.weigh === 'product' ? 'gradient.titleProduct' : 'gradient.titleGradient')}
          />
        ) : (
          <p className="gn-quiet" role="status">
            {t('gradient.waiting')}
          </p>
        )}
      </div>
      <div className="gn-foot">
        <p>{pointed ? say(pointed) : t('gradient.hint')}</p>
        <SignedLegend
          theme={theme}
          palette={palette}
          ends={[t('gradient.less'), t('gradient.more')]}
          ticks={[pointsText(t, -1), '0', pointsText(t, 1)]}
        />
      </div>
    </>
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
        <p className="gn-quiet">
          {t(props.weigh === 'product' ? 'gradient.about' : 'gradient.aboutGradient', {
            word: wordOf(props),
          })}
        </p>
      </div>
      {matrices ? <Grids view={props} {...matrices} /> : null}
      <GradientNote {...props} picker={false} />
    </section>
  );
}
