import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { Token } from '../../contract/index.ts';
import { type ArcsLayout, tiePath, type WordPlace, wordRuns } from '../../layout/index.ts';

/** The words of the picture, written. */
export function WordTexts(props: {
  readonly layout: ArcsLayout;
  /** The word whose row is drawn, and the key that stands out in it. */
  readonly query: number | null;
  readonly keyIndex: number | null;
  readonly hue: string;
  /** The words of both lines: pieces of one word are tied together. */
  readonly queries: readonly Token[];
  readonly keys: readonly Token[];
  /** What the first line does, and the second. */
  readonly captions: readonly string[];
}) {
  const { layout, query, keyIndex, hue } = props;
  const write = (place: WordPlace, strong: boolean, reads: boolean) => (
    <text
      key={place.index}
      x={place.x}
      y={place.y}
      textAnchor={place.anchor}
      transform={place.angleDegrees ? `rotate(${-place.angleDegrees} ${place.x} ${place.y})` : undefined}
      fontSize={layout.fontPx}
      className={`ta-word${strong ? ' ta-strong' : ''}${reads ? ' ta-reads' : ''}`}
      style={strong ? { fill: hue } : undefined}
    >
      {place.text}
    </text>
  );
  const both = !layout.twoLines;
  const ties = (line: readonly WordPlace[], tokens: readonly Token[]) =>
    wordRuns(tokens)
      .map((run) => tiePath(layout, line, run))
      .join('');
  return (
    <svg className="ta-words" width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
      <g>
        {layout.queries.map((place) =>
          write(place, place.index === query || (both && place.index === keyIndex), place.index === query),
        )}
      </g>
      {layout.twoLines && <g>{layout.keys.map((place) => write(place, place.index === keyIndex, false))}</g>}
      <path
        className="ta-tie"
        d={ties(layout.queries, props.queries) + (both ? '' : ties(layout.keys, props.keys))}
      />
      {layout.captions.map(({ x, y, anchor }, i) => (
        <text key={`${x} ${y}`} x={x} y={y} textAnchor={anchor} fontSize={layout.fontPx} className="ta-axis">
          {props.captions[i]}
        </text>
      ))}
    </svg>
  );
}

/** A word's place as a button's; the box of a turned word leans with it. */
function buttonStyle({ box, angleDegrees, portY }: WordPlace): CSSProperties {
  const place = { left: box.x, top: box.y, width: box.width, height: box.height };
  if (angleDegrees === 0) return place;
  return {
    ...place,
    transform: `skewX(${angleDegrees - 90}deg)`,
    transformOrigin: portY === box.y ? 'top' : 'bottom',
  };
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** A button over every word that reads: one tab stop, arrow keys between them. */
export function WordButtons(props: {
  readonly layout: ArcsLayout;
  readonly name: string;
  readonly pinned: number | null;
  /** Words whose rows are read together, and how one more is asked for. */
  readonly joined: readonly number[];
  readonly onRow: ((word: number) => void) | undefined;
  readonly joining: boolean;
  readonly say: (word: number) => string;
  readonly titles: readonly string[];
  /** A word was chosen; null asks to un-pin. */
  readonly onPin: (word: number | null) => void;
  readonly onHover: (word: number | null) => void;
}) {
  const { layout, pinned, joined, joining, onHover, onPin, onRow } = props;
  const [stop, setStop] = useState<number | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const count = layout.queries.length;
  const tabStop = Math.max(0, Math.min(stop ?? pinned ?? 0, count - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && pinned !== null) {
      event.preventDefault();
      onPin(null);
      return;
    }
    if (event.key === ' ' && event.shiftKey && onRow) {
      event.preventDefault();
      onRow(tabStop);
      return;
    }
    const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key] : undefined;
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(tabStop + step, count - 1));
    const button = bar.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };

  return (
    <div
      role="toolbar"
      aria-label={props.name}
      aria-orientation={layout.direction === 'row' ? 'horizontal' : 'vertical'}
      ref={bar}
      onKeyDown={onKeyDown}
    >
      {layout.queries.map((place) => (
        <button
          key={place.index}
          type="button"
          className="ta-button"
          style={buttonStyle(place)}
          tabIndex={place.index === tabStop ? 0 : -1}
          aria-pressed={place.index === pinned || joined.includes(place.index)}
          data-joined={joined.includes(place.index) || undefined}
          aria-label={props.say(place.index)}
          title={
            place.cut || place.text !== props.titles[place.index] ? props.titles[place.index] : undefined
          }
          onClick={(event) => {
            const held = event.shiftKey || event.ctrlKey || event.metaKey;
            if (onRow && (held || joining)) onRow(place.index);
            else onPin(place.index);
          }}
          onPointerEnter={(event) => event.pointerType !== 'touch' && onHover(place.index)}
          onPointerLeave={() => onHover(null)}
          onFocus={(event) => {
            setStop(place.index);
            if (event.currentTarget.matches(':focus-visible')) onHover(place.index);
          }}
          onBlur={() => onHover(null)}
        />
      ))}
    </div>
  );
}
