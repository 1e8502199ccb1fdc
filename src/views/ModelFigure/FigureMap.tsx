import type { ModelInfo } from '../../contract/index.ts';
import { attentionStage } from '../../contract/index.ts';
import { captionText } from './captionText.ts';
import { LayerBars } from './FigureBar.tsx';
import { FigureHeading, type PointedLines } from './FigureHeading.tsx';
import type { FigureGeometry } from './geometry.ts';
import { chosenIn, HeadRowView } from './HeadRowView.tsx';
import type { FigureBox, ThumbnailRow } from './parts.ts';
import type { ModelFigureProps } from './props.ts';
import type { RowContext } from './rowContext.ts';
import type { Roving } from './useRoving.ts';

const place = ({ x, y, width, height }: FigureBox) => ({ left: x, top: y, width, height });

/** Boxes, lines and captions: everything but the heads. */
function Frames({ at, t }: { readonly at: FigureGeometry; readonly t: ModelFigureProps['t'] }) {
  const { encoder, decoder, nextWord } = at;
  const floor = encoder.y + encoder.height;
  return (
    <>
      <div className="figure-stack" style={place(encoder)} />
      <div className="figure-stack" style={place(decoder)} />
      <svg className="figure-lines" width={at.widthPx} height={at.heightPx} aria-hidden="true">
        <title>{t('figure.feeds')}</title>
        <path d={at.feeds} data-kind="cross" className="figure-feed" />
        {nextWord ? (
          <path
            className="figure-flow"
            d={[encoder, decoder]
              .map((box) => `M${Math.round(box.x + box.width / 2) + 0.5} ${floor + 8}V${floor}`)
              .concat(
                `M${Math.round(nextWord.x + nextWord.width / 2) + 0.5} ${decoder.y}V${nextWord.y + nextWord.height}`,
              )
              .join('')}
          />
        ) : null}
      </svg>
      {nextWord ? (
        <>
          <div className="figure-name" data-kind="encoder" style={{ left: encoder.x + 2, top: encoder.y }}>
            {t('figure.encoder')}
          </div>
          <div className="figure-name" data-kind="decoder" style={{ left: decoder.x + 2, top: decoder.y }}>
            {t('figure.decoder')}
          </div>
          <div
            className="figure-chip"
            style={{ right: at.widthPx - decoder.x - decoder.width, top: nextWord.y }}
          >
            {t('figure.nextWord')}
          </div>
          <div className="figure-foot" style={{ left: encoder.x, top: floor, width: encoder.width }}>
            {t('figure.source')}
          </div>
          <div className="figure-foot" style={{ left: decoder.x, top: floor, width: decoder.width }}>
            {t('figure.target')}
          </div>
        </>
      ) : null}
    </>
  );
}

export interface FigureMapProps {
  readonly info: ModelInfo;
  readonly at: FigureGeometry;
  readonly figure: ModelFigureProps;
  readonly context: RowContext;
  readonly about: PointedLines | null;
  /** Moves the focus between the bars. */
  readonly bars: Roving;
}

/** The whole figure at the sizes `at`, layer 1 at the bottom. */
export function FigureMap({ info, at, figure, context, about, bars }: FigureMapProps) {
  const { t, frames, chosen } = figure;
  // Bars that can be opened come after the heads, for those who go by Tab.
  const lines = <LayerBars bars={at.bars} info={info} figure={figure} roving={bars} />;
  const caption = (row: ThumbnailRow) =>
    row.captionY === null ? null : (
      <div className="figure-caption" data-kind={row.kind} style={{ left: row.box.x, top: row.captionY }}>
        {captionText(figure, row)}
      </div>
    );
  return (
    <div
      className="figure-sheet"
      data-hall={at.hall || undefined}
      style={{ width: at.widthPx, height: at.heightPx }}
    >
      {at.heading ? (
        <FigureHeading
          t={t}
          about={about}
          note={figure.note}
          figure={figure}
          info={info}
          at={at.heading}
          widthPx={at.encoder.width}
        />
      ) : null}
      <Frames at={at} t={t} />
      {figure.bars ? null : lines}
      {at.rows.map((row, index) => (
        <div key={`${row.kind}/${row.layer}`}>
          {caption(row)}
          <div className="figure-place" style={place(row.box)}>
            <HeadRowView
              {...row}
              index={index}
              frame={frames.get(attentionStage(row.kind, row.layer, 'pattern'))}
              before={figure.changed?.before?.get(attentionStage(row.kind, row.layer, 'pattern'))}
              chosen={chosenIn(chosen, row.kind, row.layer)}
              context={context}
            />
          </div>
        </div>
      ))}
      {figure.bars ? lines : null}
    </div>
  );
}
