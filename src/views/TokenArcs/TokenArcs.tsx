import { useLayoutEffect, useMemo, useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import {
  amountScale,
  arcsLayout,
  chosenArcs,
  rowScale,
  sharesOf,
  strongestKey,
  type WordPlace,
} from '../../layout/index.ts';
import { type SizePx, useSize, useUnit } from '../../ui/index.ts';
import { labelsOf, spokenOf } from '../shared/marks.ts';
import { PictureNote } from '../shared/PictureNote.tsx';
import '../shared/scrollBars.css';
import { useFarewell } from '../shared/useFarewell.ts';
import { useMore } from '../shared/useMore.ts';
import { useTypeface } from '../shared/useTypeface.ts';
import { ArcLines } from './ArcLines.tsx';
import { sayWord, useShown } from './change.ts';
import { MoreWords } from './MoreWords.tsx';
import type { TokenArcsProps } from './props.ts';
import './TokenArcs.css';
import { WordButtons, WordTexts } from './Words.tsx';

const NO_ROWS: readonly number[] = [];
const NO_ROOM: SizePx = { width: 0, height: 0 };

function usePicture(props: TokenArcsProps) {
  const { kind, queryTokens, keyTokens, t } = props;
  const [roomRef, measured] = useSize<HTMLDivElement>();
  const typeface = useTypeface(roomRef);
  // Laid out as at 1280×720, and drawn larger as a whole.
  const enlarged = useUnit() * (typeface?.scale ?? 1);
  const { width, height } = props.sizePx ?? measured ?? NO_ROOM;
  const queries = useMemo(() => labelsOf(queryTokens), [queryTokens]);
  const keys = useMemo(() => labelsOf(keyTokens), [keyTokens]);
  const spoken = useMemo(
    () => ({ queries: spokenOf(queryTokens, t), keys: spokenOf(keyTokens, t) }),
    [queryTokens, keyTokens, t],
  );
  const layout = useMemo(() => {
    if (!typeface || width === 0 || height === 0) return null;
    const [widthPx, heightPx] = [Math.floor(width / enlarged), Math.floor(height / enlarged)];
    return arcsLayout({ kind, queries, keys, widthPx, heightPx, measure: typeface.measure });
  }, [typeface, kind, queries, keys, width, height, enlarged]);
  return { roomRef, layout, spoken, enlarged };
}

/** Scrolls a picture wider or higher than its room so far that this word is in it; never the page. */
function showPlace(room: HTMLElement | null, place: WordPlace | null | undefined, enlarged: number) {
  if (!room || !place) return;
  const { box } = place;
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((px) => px * enlarged);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return;
  const beyond = (from: number, size: number, seen: number, room: number) =>
    from < seen || from + size > seen + room ? from - room / 2 : seen;
  room.scrollLeft = beyond(x, width, room.scrollLeft, room.clientWidth);
  room.scrollTop = beyond(y, height, room.scrollTop, room.clientHeight);
}

/**
 * One head as arcs between words: an arc's thickness and opacity are its weight. Pointing at a word leaves only its
 * own.
 */
export function TokenArcs(props: TokenArcsProps) {
  const { kind, mass, scale, full = 1, cell, t, onPin, onHover, rows = NO_ROWS } = props;
  const { roomRef, layout, spoken, enlarged } = usePicture(props);
  const { matrix, may, before, inks } = useShown(props);
  const [hovered, setHovered] = useState<number | null>(null);
  const inside = (query: number | undefined | null) =>
    query !== null && query !== undefined && query < matrix.T ? query : null;
  const pinned = inside(cell?.query);
  const pointed = props.pointed === undefined ? hovered : (props.pointed?.query ?? null);
  const query = inside(pointed) ?? pinned;
  const amounts = useMemo(
    () => (scale === 'row' ? rowScale(matrix) : sharesOf(matrix, full)),
    [matrix, scale, full],
  );
  const together = pointed === null && rows.length > 0;
  const arcs = useMemo(() => {
    const all = chosenArcs(amounts, { mass, query: together ? null : query, kind: may });
    return together ? all.filter((arc) => rows.includes(arc.query)) : all;
  }, [amounts, mass, query, may, together, rows]);
  const key =
    pointed === null && cell && query !== null ? cell.key : query && strongestKey(matrix, query, may);

  const cellOf = (word: number | null): Cell | null => {
    const strongest = word === null ? null : strongestKey(matrix, word, may);
    return word === null || strongest === null ? null : { query: word, key: strongest };
  };
  const hover = (word: number | null) => {
    if (word === hovered && (word === null || word === pointed)) return;
    setHovered(word);
    onHover(cellOf(word));
  };
  useFarewell(hovered !== null, onHover);
  const more = useMore(roomRef, layout);
  useLayoutEffect(
    () => showPlace(roomRef.current, pinned === null ? null : layout?.queries[pinned], enlarged),
    [roomRef, layout, pinned, enlarged],
  );
  const label = t('arcs.label', { title: props.name });
  const hue = amountScale(kind, props.theme, props.palette).css(1);
  return (
    <section className="ta-root" data-view="token-arcs" data-kind={kind} aria-label={props.title ?? label}>
      {props.title !== undefined && <h3 className="ta-title">{props.title}</h3>}
      <div className="ta-room scroll-bars" data-more={more} ref={roomRef} style={props.sizePx}>
        {layout && (
          <div
            className="ta-picture"
            style={{ width: layout.widthPx, height: layout.heightPx, scale: String(enlarged) }}
          >
            <ArcLines layout={layout} arcs={arcs} inks={inks} />
            <WordTexts
              layout={layout}
              query={query}
              keyIndex={query === null ? null : key}
              hue={hue}
              queries={props.queryTokens}
              keys={props.keyTokens}
              captions={[t('arcs.readingAfter'), t('arcs.read')]}
            />
            <WordButtons
              layout={layout}
              name={label}
              pinned={pinned}
              joined={rows}
              onRow={props.onRow}
              joining={props.joining ?? false}
              say={(word) => sayWord(props, { matrix, may, before, spoken }, word)}
              titles={spoken.queries}
              onPin={(word) => onPin(word === pinned ? null : cellOf(word))}
              onHover={hover}
            />
            {props.note && (
              <PictureNote
                note={props.note}
                place={{ left: 0, top: 0, width: layout.widthPx, height: layout.heightPx }}
                at="start"
                aside={pointed !== null}
              />
            )}
          </div>
        )}
      </div>
      <MoreWords room={roomRef} more={more} t={t} />
    </section>
  );
}
