import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { barOf, headKey, type RankedHead } from '../../layout/index.ts';
import { KindSign } from '../shared/KindSign.tsx';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import '../shared/fades.css';
import { useMedia } from '../shared/useMedia.ts';
import { useMore } from '../shared/useMore.ts';
import { isChosen } from './isChosen.ts';
import { isListKey, moveInList } from './listKeys.ts';
import { notesOf } from './notes.ts';
import type { HeadFinderProps } from './props.ts';
import type { Found } from './useFound.ts';
import './HeadList.css';

export interface HeadListProps {
  readonly finder: HeadFinderProps;
  readonly found: Found;
  readonly pointed: string | null;
  readonly onPoint: (key: string | null) => void;
}

const THUMB_PX = 28;
const LARGE_THUMB_PX = 36;

interface RowProps extends HeadListProps {
  readonly one: RankedHead;
  readonly isStop: boolean;
  readonly thumbPx: number;
  readonly register: (button: HTMLButtonElement | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

function Row({ finder, found, pointed, onPoint, one, isStop, thumbPx, ...row }: RowProps) {
  const { words, choice, theme, palette } = finder;
  const { head, value } = one;
  const key = headKey(head);
  const bar = barOf(value, found.ends);
  const notes = notesOf(finder, head);
  const number = words.value(choice.measure, value);
  const spoken = words.head(head.kind, head.layer + 1, head.head + 1);
  return (
    <li className="hf-item">
      <button
        type="button"
        className="hf-row"
        data-kind={head.kind}
        data-pointed={pointed === key || undefined}
        aria-pressed={isChosen(finder, head)}
        aria-label={words.row(spoken, number, notes)}
        tabIndex={isStop ? 0 : -1}
        ref={row.register}
        onClick={() => finder.onChoose(head.kind, head.layer, head.head)}
        onKeyDown={row.onKeyDown}
        onFocus={row.onFocus}
        onBlur={() => onPoint(null)}
        onPointerEnter={() => onPoint(key)}
        onPointerLeave={() => onPoint(null)}
      >
        <Thumbnail
          kind={head.kind}
          matrix={found.matrixOf(head)}
          sidePx={thumbPx}
          theme={theme}
          palette={palette}
        />
        <span className="hf-text">
          <span className="hf-head">
            <KindSign kind={head.kind} />
            {words.headShown(head.kind, head.layer + 1, head.head + 1)}
          </span>
          {notes.length > 0 ? <span className="hf-note">{notes.join(' · ')}</span> : null}
        </span>
        <span className="hf-value">
          <span className="hf-number">{number}</span>
          <span className="hf-track">
            <span className="hf-bar" style={{ left: `${bar.from * 100}%`, width: `${bar.length * 100}%` }} />
          </span>
        </span>
      </button>
    </li>
  );
}

/** The heads in order, one tab stop among them: arrows walk, Enter chooses. */
export function HeadList(props: HeadListProps) {
  const { finder, found, onPoint } = props;
  const { ranked, without } = found.ranking;
  const { words, choice } = finder;
  const large = useMedia('(width >= 1600px) and (height >= 900px)');
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [at, setAt] = useState<string | null>(null);
  const places = ranked.map(({ head }) => headKey(head));
  const chosenAt = ranked.findIndex(({ head }) => isChosen(finder, head));
  const stop = at !== null && places.includes(at) ? at : places[Math.max(0, chosenAt)];
  const list = useRef<HTMLOListElement>(null);
  const { measure, order } = choice;
  const more = useMore(list, ranked);
  // Another measure: the first of the list are what one wants to see.
  useEffect(() => {
    if (measure && order) list.current?.scrollTo({ top: 0 });
  }, [measure, order]);
  const onKeyDown = (event: KeyboardEvent, i: number) => {
    if (!isListKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons.current.get(places[moveInList(i, event.key, places.length)] ?? '')?.focus();
  };
  return (
    <div className="hf-list">
      {ranked.length + without === 0 ? <p className="hf-quiet">{words.none}</p> : null}
      <ol ref={list} className="hf-rows fades" data-more={more} aria-label={words.list(ranked.length)}>
        {ranked.map((one, i) => {
          const key = places[i] ?? '';
          return (
            <Row
              {...props}
              key={key}
              one={one}
              isStop={key === stop}
              thumbPx={large ? LARGE_THUMB_PX : THUMB_PX}
              register={(button) => {
                if (button) buttons.current.set(key, button);
                else buttons.current.delete(key);
              }}
              onKeyDown={(event) => onKeyDown(event, i)}
              onFocus={() => {
                setAt(key);
                onPoint(key);
              }}
            />
          );
        })}
      </ol>
      {without > 0 && ranked.length > 0 ? (
        <p className="hf-quiet">{words.without(measure, without)}</p>
      ) : null}
    </div>
  );
}
