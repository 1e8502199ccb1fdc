import type { ModelInfo, Part } from '../../contract/index.ts';
import { attentionStage } from '../../contract/index.ts';
import { FigureSteps } from './FigureBar.tsx';
import { FigureHeading, type PointedLines } from './FigureHeading.tsx';
import type { FigureGeometry } from './geometry.ts';
import { chosenIn, HeadRowView } from './HeadRowView.tsx';
import { LitBox } from './LitBox.tsx';
import type { FigureBox, ThumbnailRow } from './parts.ts';
import type { ModelFigureProps } from './props.ts';
import { RowCaption } from './RowCaption.tsx';
import type { RowContext } from './rowContext.ts';
import type { Roving } from './useRoving.ts';

const place = ({ x, y, width, height }: FigureBox) => ({ left: x, top: y, width, height });

/** The name over a stack, and how many layers it has: the paper's N×. */
function StackName({ at, part, info, t }: StackNameProps) {
  return (
    <div className="figure-name" data-kind={part} style={{ left: at.x + 2, top: at.y }}>
      {t(`figure.${part}`)}
      <span className="figure-times">{t('figure.times', { layers: info[part].layers })}</span>
    </div>
  );
}

interface StackNameProps {
  readonly at: FigureBox;
  readonly part: Part;
  readonly info: ModelInfo;
  readonly t: ModelFigureProps['t'];
}

/** The words that go into a stack, left of its embedding. */
function Foot({
  at,
  part,
  t,
}: {
  readonly at: FigureGeometry;
  readonly part: Part;
  readonly t: StackNameProps['t'];
}) {
  const box = at.steps.find((step) => step.what === 'embedding' && step.part === part)?.box;
  if (!box) return null;
  const { x } = at[part];
  const style = { left: x, top: box.y, width: box.x - x, height: box.height };
  return (
    <div className="figure-foot" style={style}>
      <span>{t(`figure.input.${part}`)}</span>
    </div>
  );
}

/** Boxes, lines and names: everything but the heads and what can be opened. */
function Frames({ at, info, t }: { readonly at: FigureGeometry } & Pick<StackNameProps, 'info' | 't'>) {
  const { encoder, decoder } = at;
  return (
    <>
      <div className="figure-stack" style={place(encoder)} />
      <div className="figure-stack" style={place(decoder)} />
      <svg className="figure-lines" width={at.widthPx} height={at.heightPx} aria-hidden="true">
        <title>{t('figure.feeds')}</title>
        <path d={at.feeds} data-kind="cross" className="figure-feed" />
        <path d={at.flow} className="figure-flow" />
        <path d={at.residuals} className="figure-residual" />
      </svg>
      {at.heading ? (
        <>
          <StackName at={encoder} part="encoder" info={info} t={t} />
          <StackName at={decoder} part="decoder" info={info} t={t} />
          <Foot at={at} part="encoder" t={t} />
          <Foot at={at} part="decoder" t={t} />
        </>
      ) : null}
    </>
  );
}

/** A caption may reach so far into the margin. */
const CAPTION_MORE_PX = 3;

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
  const lines = <FigureSteps steps={at.steps} info={info} figure={figure} roving={bars} />;
  // Up to the residual arrows' margin.
  const captionPx = at.encoder.width - 2 * (at.bars[0]?.box.x ?? 0) + CAPTION_MORE_PX;
  const caption = (row: ThumbnailRow) =>
    row.captionY === null ? null : (
      <div
        className="figure-caption"
        data-kind={row.kind}
        style={{ left: row.box.x, top: row.captionY, width: captionPx }}
      >
        <RowCaption figure={figure} row={row} />
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
      <Frames at={at} info={info} t={t} />
      <LitBox at={at} stage={figure.lit ?? null} chosen={chosen} />
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
