import { type CSSProperties, type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import type { Cell, Lens } from '../../contract/index.ts';
import { clampCell, gridAct, sameCell, textScale, tokenLabel } from '../../layout/index.ts';
import { useSize, useUnit } from '../../ui/index.ts';
import { useScrollRoom } from '../shared/useScrollRoom.ts';
import { useTypeface } from '../shared/useTypeface.ts';
import { columnsInLine } from './columnsInLine.ts';
import type { LensTexts, LogitLensProps } from './props.ts';

/** Units: size of the words and of the ranks, what a cell has beside them, and the words of the rows. */
const WORD_PX = 14;
const RANK_PX = 13;
const BESIDE_PX = 6;
const ROW_HEAD_PX = 58;

/** Bold words are this much wider. */
const BOLD = 1.08;

/** Where a position's cells stand when the positions are wrapped into lines, each with all layers. */
interface Place {
  readonly lines: number;
  readonly columns: number;
  /** Of a position, in a row of its line: 0 what is written, then the layers, last what is fed in. */
  readonly at: (position: number, row: number) => CSSProperties;
}

export interface LensGridProps {
  readonly props: LogitLensProps;
  readonly lens: Lens;
  readonly texts: LensTexts;
  readonly pointed: Cell | null;
  readonly onPoint: (cell: Cell | null) => void;
  readonly say: (cell: Cell) => string;
}

/** Beneath a guess that is another: the word written in the end, and its rank here. */
function rankOf({ steps, t }: Pick<LogitLensProps, 'steps' | 't'>, key: number, finalRank: number): string {
  const token = steps[key]?.token;
  return t('lens.rank', { word: token ? tokenLabel(token) : '', rank: t.number(finalRank + 1) });
}

/** The layers' rows, the last one on top as in the figure; a cell counts them from the top. */
function Layers({
  props,
  lens,
  texts,
  pointed,
  onPoint,
  say,
  place,
}: LensGridProps & { readonly place: Place }) {
  const { t, theme, palette, lang, steps } = props;
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const [at, setAt] = useState<Cell>({ query: 0, key: 0 });
  const colours = textScale('decoder', theme, palette);
  const stop = clampCell(at, lens.length, steps.length);
  const nameOf = ({ query, key }: Cell) => `${query}/${key}`;
  const onKeyDown = (event: KeyboardEvent, cell: Cell) => {
    if (event.altKey) return;
    const state = { cell, pinned: null, T: lens.length, S: steps.length };
    const act = gridAct(state, { key: event.key, control: event.ctrlKey || event.metaKey });
    if (act?.type !== 'move') return;
    event.preventDefault();
    cells.current.get(nameOf(act.cell))?.focus();
  };
  return lens.toReversed().map((row, query) => {
    const layer = lens.length - query;
    return (
      <tr key={layer}>
        <RowHeads row={query + 1} place={place} text={t('lens.layer', { layer })} />
        {steps.map((_, key) => {
          const cell = { query, key };
          const guess = row[key];
          if (!guess) return null;
          const { probability, finalRank } = guess;
          return (
            <td
              key={nameOf(cell)}
              role="gridcell"
              aria-label={say(cell)}
              tabIndex={sameCell(cell, stop) ? 0 : -1}
              data-pointed={sameCell(cell, pointed) || undefined}
              style={{
                ...place.at(key, query + 1),
                background: colours.css(probability),
                color: colours.inkOn(probability),
              }}
              ref={(element) => {
                if (element) cells.current.set(nameOf(cell), element);
                else cells.current.delete(nameOf(cell));
              }}
              onKeyDown={(event) => onKeyDown(event, cell)}
              onFocus={() => {
                setAt(cell);
                onPoint(cell);
              }}
              onBlur={() => onPoint(null)}
              onClick={() => onPoint(cell)}
              onPointerEnter={() => onPoint(cell)}
              onPointerLeave={() => onPoint(null)}
            >
              <span lang={lang}>{texts.shown(guess)}</span>
              <span className="ll-rank">
                {finalRank === 0 ? t('lens.rankFirst') : rankOf(props, key, finalRank)}
              </span>
            </td>
          );
        })}
      </tr>
    );
  });
}

/** What a row is, before each line of positions; said once. */
function RowHeads(props: { readonly place: Place; readonly row: number; readonly text: string }) {
  const { place, row, text } = props;
  return Array.from({ length: place.lines }, (_, line) => {
    const style = { ...place.at(line * place.columns, row), gridColumnStart: 1 };
    return line === 0 ? (
      <th key={text} scope="row" style={style}>
        {text}
      </th>
    ) : (
      <td key={`${text} ${line + 1}`} className="ll-again" style={style} aria-hidden="true">
        {text}
      </td>
    );
  });
}

/** The positions in as many lines as the room's width asks for. */
function usePlace(
  room: RefObject<HTMLElement | null>,
  widthPx: number,
  { props, lens, texts }: LensGridProps,
): Place | null {
  const { steps, target, t } = props;
  const typeface = useTypeface(room);
  const unit = useUnit();
  return useMemo(() => {
    if (!typeface || widthPx === 0) return null;
    const wide = (text: string) => typeface.measure(text, WORD_PX * unit) * BOLD;
    const rankWide = (key: number, finalRank: number) =>
      typeface.measure(rankOf({ steps, t }, key, finalRank), RANK_PX * unit);
    const widths = steps.map(({ token }, key) =>
      Math.max(
        ...[token, ...target.slice(key, key + 1)].map((one) => wide(tokenLabel(one))),
        ...lens.flatMap((row) => {
          const guess = row[key];
          return guess ? [wide(texts.shown(guess)), rankWide(key, guess.finalRank)] : [];
        }),
      ),
    );
    const columns = columnsInLine(widths, widthPx - ROW_HEAD_PX * unit, BESIDE_PX * unit);
    const rows = lens.length + 2;
    const at = (position: number, row: number): CSSProperties => ({
      gridColumnStart: 2 + (position % columns),
      gridRowStart: 1 + Math.floor(position / columns) * rows + row,
    });
    return { lines: Math.max(1, Math.ceil(steps.length / columns)), columns, at };
  }, [typeface, widthPx, unit, steps, target, lens, texts, t]);
}

/** All layers over all positions; positions that do not fit beside each other go on below, with all layers again. */
export function LensGrid(grid: LensGridProps) {
  const { props, lens, texts } = grid;
  const { t, steps, lang, target } = props;
  const [room, size] = useSize<HTMLDivElement>();
  const more = useScrollRoom(room, lens);
  const place = usePlace(room, size?.width ?? 0, grid);
  const last = lens.length + 1;
  return (
    <div className="ll-room fades" data-more={more} ref={room}>
      {place === null ? null : (
        <table
          className="ll-grid"
          role="grid"
          aria-label={t('lens.label')}
          style={{
            gridTemplateColumns: `auto repeat(${place.columns}, minmax(max-content, 1fr))`,
            gridTemplateRows: `repeat(${place.lines}, auto repeat(${lens.length}, minmax(auto, 5rem)) auto)`,
          }}
        >
          <thead>
            <tr>
              <RowHeads place={place} row={0} text={t('lens.written')} />
              {steps.map(({ token }, row) => (
                <th
                  key={`${row + 1}/${token.id}`}
                  scope="col"
                  lang={lang}
                  aria-label={texts.finals[row]}
                  style={place.at(row, 0)}
                >
                  {tokenLabel(token)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Layers {...grid} place={place} />
          </tbody>
          <tfoot>
            <tr>
              <RowHeads place={place} row={last} text={t('lens.after')} />
              {target.slice(0, steps.length).map((token, row) => (
                <td
                  key={`${row + 1}/${token.id}`}
                  lang={lang}
                  aria-label={texts.fed[row]}
                  style={place.at(row, last)}
                >
                  {tokenLabel(token)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </div>
  );
}
