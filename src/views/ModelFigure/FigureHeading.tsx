import './FigureHeading.css';
import type { ModelInfo } from '../../contract/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import type { ModelFigureProps } from './props.ts';

/** What is pointed at, in two lines. */
export interface PointedLines {
  readonly name: string;
  readonly what: string;
}

interface AboutLinesProps {
  readonly t: ModelFigureProps['t'];
  /** On a screen without a pointer. */
  readonly touch?: boolean;
  readonly about: PointedLines | null;
  readonly note: string | null | undefined;
}

/** Always as high, so that nothing beneath them moves: a note while it lasts, the head pointed at, or the hints. */
export function AboutLines({ t, about, note, touch = false }: AboutLinesProps) {
  const [first, second] = [t('figure.hintLive'), t(touch ? 'figure.hintTap' : 'figure.hintClick')];
  return (
    <div className="figure-about" data-says={note ? 'note' : about ? 'head' : 'hint'}>
      <p>{note ?? about?.name ?? first}</p>
      {note ? null : <p>{about?.what ?? second}</p>}
      <span className="only-spoken" role="status">
        {note}
      </span>
    </div>
  );
}

/** One head or several: the same as holding shift, for fingers and for those who do not know. */
export function AddingToggle({ figure }: { readonly figure: ModelFigureProps }) {
  const { adding, t } = figure;
  if (!adding) return null;
  return (
    <ToggleGroup
      label={t('figure.adding')}
      value={adding.on ? 'several' : 'one'}
      options={[
        { value: 'one', label: t('figure.addOne') },
        { value: 'several', label: t('figure.addSeveral') },
      ]}
      onChange={(value) => adding.onChange(value === 'several')}
    />
  );
}

/** `Transformer, 4 + 4 layers` */
export function headingText(t: ModelFigureProps['t'], { encoder, decoder }: ModelInfo): string {
  return t('figure.heading', { encoder: encoder.layers, decoder: decoder.layers });
}

interface HeadingProps extends AboutLinesProps {
  readonly figure: ModelFigureProps;
  readonly info: ModelInfo;
  readonly at: { readonly x: number; readonly y: number };
  /** Of the stack beneath. */
  readonly widthPx: number;
}

/** Over the shorter stack: the model, what is pointed at, and how many heads a click chooses. */
export function FigureHeading({ t, about, note, figure, info, at, widthPx }: HeadingProps) {
  return (
    <header className="figure-heading" style={{ left: at.x + 2, top: at.y + 2, width: widthPx - 2 }}>
      <h2>{headingText(t, info)}</h2>
      <AboutLines t={t} about={about} note={note} />
      <AddingToggle figure={figure} />
    </header>
  );
}
