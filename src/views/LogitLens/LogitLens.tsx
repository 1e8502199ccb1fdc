import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type {
  Cell,
  Lens,
  LensCell,
  Palette,
  PictureStep,
  ResolvedTheme,
  Token,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import {
  amountScale,
  clampCell,
  END_SIGN,
  gridAct,
  sameCell,
  settledLayer,
  tokenLabel,
} from '../../layout/index.ts';
import { Legend } from '../Legend/Legend.tsx';
import { spokenOf } from '../shared/marks.ts';
import { useScrollRoom } from '../shared/useScrollRoom.ts';
import './LogitLens.css';

export interface LogitLensProps {
  /** [layer][row]; null while it is computed. */
  readonly lens: Lens | null;
  /** The decoder's T rows and what is written after each. */
  readonly target: readonly Token[];
  readonly steps: readonly PictureStep[];
  readonly endId: number | null;
  /** The decoder row pointed at, for the French beneath. */
  readonly onPoint: (row: number | null) => void;
  /** Language of the target: `fr`. */
  readonly lang: string;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'lens' | 'legend' | 'changed' | 'mark'>;
}

interface Texts {
  readonly shown: (cell: LensCell) => string;
  readonly spoken: (cell: LensCell) => string;
  readonly finals: readonly string[];
  readonly fed: readonly string[];
}

/** What is written and said for guesses, final words and words fed in. */
function useTexts({ target, steps, endId, t }: LogitLensProps): Texts {
  return useMemo(() => {
    const shown = ({ id, text }: LensCell) => (id === endId ? END_SIGN : tokenLabel({ text, role: 'text' }));
    return {
      shown,
      spoken: (cell) => (cell.id === endId ? t('mark.end') : shown(cell)),
      finals: spokenOf(
        steps.map((step) => step.token),
        t,
      ),
      fed: spokenOf(target, t),
    };
  }, [target, steps, endId, t]);
}

interface GridProps {
  readonly props: LogitLensProps;
  readonly lens: Lens;
  readonly texts: Texts;
  readonly pointed: Cell | null;
  readonly onPoint: (cell: Cell | null) => void;
  readonly say: (cell: Cell) => string;
}

/** The layers' rows, the last one on top as in the figure; a cell counts them from the top. */
function Layers({ props, lens, texts, pointed, onPoint, say }: GridProps) {
  const { t, theme, palette, lang, steps } = props;
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const [at, setAt] = useState<Cell>({ query: 0, key: 0 });
  const colours = amountScale('decoder', theme, palette);
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
        <th scope="row">{t('lens.layer', { layer })}</th>
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
              style={{ background: colours.css(probability), color: colours.inkOn(probability) }}
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
                {finalRank === 0 ? t('lens.rankFirst') : t('lens.rank', { rank: t.number(finalRank + 1) })}
              </span>
            </td>
          );
        })}
      </tr>
    );
  });
}

/** What every layer would write, if it were the last: layers are rows, the decoder's positions are columns. */
export function LogitLens(props: LogitLensProps) {
  const { lens, steps, t, lang, onPoint } = props;
  const texts = useTexts(props);
  const [pointed, setPointed] = useState<Cell | null>(null);
  const room = useRef<HTMLDivElement>(null);
  const more = useScrollRoom(room, lens);
  const point = (cell: Cell | null) => {
    setPointed(cell);
    onPoint(cell === null ? null : cell.key);
  };
  const say = ({ query, key }: Cell): string => {
    const layer = (lens?.length ?? 0) - query;
    const guess = lens?.[layer - 1]?.[key];
    if (!guess) return '';
    const said = {
      layer,
      after: texts.fed[key] ?? '',
      guess: texts.spoken(guess),
      percent: t.share(guess.probability),
    };
    if (guess.finalRank === 0) return t('lens.cellFirst', said);
    const rank = t.number(guess.finalRank + 1);
    return t('lens.cell', { ...said, final: texts.finals[key] ?? '', rank });
  };
  const settledAt = (key: number): string => {
    const layer = lens && settledLayer(lens, key);
    const word = texts.finals[key] ?? '';
    return layer === null ? t('lens.unsettled', { word }) : t('lens.settled', { word, layer: layer + 1 });
  };
  return (
    <section className="ll-root" data-view="logit-lens" data-kind="decoder" aria-label={t('lens.label')}>
      <p className="ll-about">{t('lens.about')}</p>
      {lens === null ? (
        <p className="ll-about" role="status">
          {t('lens.waiting')}
        </p>
      ) : (
        <div className="ll-room fades" data-more={more} ref={room}>
          <table className="ll-grid" role="grid" aria-label={t('lens.label')}>
            <thead>
              <tr>
                <th scope="row">{t('lens.written')}</th>
                {steps.map(({ token }, row) => (
                  <th key={`${row + 1}/${token.id}`} scope="col" lang={lang} aria-label={texts.finals[row]}>
                    {tokenLabel(token)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Layers props={props} lens={lens} texts={texts} pointed={pointed} onPoint={point} say={say} />
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('lens.after')}</th>
                {props.target.slice(0, steps.length).map((token, row) => (
                  <td key={`${row + 1}/${token.id}`} lang={lang} aria-label={texts.fed[row]}>
                    {tokenLabel(token)}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      <div className="ll-foot">
        <p className="ll-says" aria-hidden={pointed !== null}>
          {pointed ? (
            <>
              {say(pointed)} <span className="ll-about">{settledAt(pointed.key)}</span>
            </>
          ) : (
            t('lens.hint')
          )}
        </p>
        <Legend
          kind="decoder"
          theme={props.theme}
          palette={props.palette}
          scale="fixed"
          hatched={false}
          title={t('lens.legend')}
          t={t}
        />
      </div>
    </section>
  );
}
