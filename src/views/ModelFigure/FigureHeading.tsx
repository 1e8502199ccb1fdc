import { type ReactNode, useId, useState } from 'react';
import './FigureHeading.css';
import { ToggleGroup } from '../../ui/index.ts';
import type { ModelFigureProps, ModelFigureWords } from './props.ts';

/** What is pointed at, in two lines. */
export interface About {
  readonly name: string;
  readonly what: string;
}

interface AboutLinesProps {
  readonly words: ModelFigureWords;
  readonly about: About | null;
  readonly note: string | null | undefined;
}

/** Always two lines, so that nothing beneath them moves: a note while it lasts, the head pointed at, or the hints. */
export function AboutLines({ words, about, note }: AboutLinesProps) {
  const [first = '', second = ''] = words.hints;
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
  const { adding, words } = figure;
  if (!adding) return null;
  return (
    <ToggleGroup
      label={words.adding}
      value={adding.on ? 'several' : 'one'}
      options={[
        { value: 'one', label: words.addOne },
        { value: 'several', label: words.addSeveral },
      ]}
      onChange={(value) => adding.onChange(value === 'several')}
    />
  );
}

/** A thing with an explanation that shows on hover and on focus. */
export function Explained(props: { readonly help: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span className="figure-explained">
      <button
        type="button"
        aria-describedby={id}
        onPointerEnter={() => setOpen(true)}
        onPointerLeave={() => setOpen(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          event.preventDefault();
          setOpen(false);
        }}
      >
        {props.children}
      </button>
      <span className="figure-tip" id={id} role="tooltip" hidden={!open}>
        {props.help}
      </span>
    </span>
  );
}

interface HeadingProps extends AboutLinesProps {
  readonly figure: ModelFigureProps;
  /** Width F of the feed-forward network. */
  readonly feedForward: number;
  readonly at: { readonly x: number; readonly y: number };
  /** Of the stack beneath. */
  readonly widthPx: number;
}

/** Over the shorter stack: the model, what is pointed at, what the bars are, and how many heads a click chooses. */
export function FigureHeading({ words, about, note, figure, feedForward, at, widthPx }: HeadingProps) {
  return (
    <header className="figure-heading" style={{ left: at.x + 2, top: at.y + 2, width: widthPx - 2 }}>
      <h2>{words.heading}</h2>
      <AboutLines words={words} about={about} note={note} />
      <div className="figure-key">
        <Explained help={words.addNormHelp}>
          <span className="figure-swatch" data-what="addNorm" />
          {words.addNorm}
        </Explained>
        <Explained help={words.feedForwardHelp(feedForward)}>
          <span className="figure-swatch" data-what="feedForward" />
          {words.feedForward}
        </Explained>
      </div>
      <AddingToggle figure={figure} />
    </header>
  );
}
