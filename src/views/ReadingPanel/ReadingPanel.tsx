import { useMemo } from 'react';
import type { AttentionKind, Cell, Palette, ResolvedTheme, Token } from '../../contract/index.ts';
import {
  amountScale,
  exact,
  isMasked,
  type Matrix,
  percent,
  type ReadingItem,
  reading,
  weightAt,
} from '../../layout/index.ts';
import { type MarkWords, spokenOf } from '../shared/marks.ts';
import './ReadingPanel.css';

export interface ReadingPanelWords extends MarkWords {
  /** Heading: `“it” reads`, or of a decoder’s row `after “pas”, writing “traversé”`. */
  readonly reads: (word: string, query: number) => string;
  /** Below the bars: `11 others 8 %`. */
  readonly rest: (count: number, percent: string) => string;
  /** The pointed cell's exact number: `it → animal: 0.6214`. */
  readonly exact: (query: string, key: string, number: string) => string;
  /** What the small number beside one of several equal words means: `2nd in the sentence`. */
  readonly occurrence: (n: number) => string;
  /** Instead of it, for a cell that may not be read. */
  readonly masked: string;
  /** When no word is pointed at. */
  readonly nothing: string;
  /** Lines about the keys, such as `Enter: pin this cell`; none on a phone. */
  readonly hints: readonly string[];
}

export interface ReadingPanelProps {
  readonly kind: AttentionKind;
  readonly matrix: Matrix;
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  /** The pointed cell, or else the pinned one. */
  readonly cell: Cell | null;
  readonly words: ReadingPanelWords;
  readonly locale: string;
  /** How many words get a bar. */
  readonly count?: number;
  /** In one line, for a phone. */
  readonly compact?: boolean;
}

const TOP = 5;
const TOP_COMPACT = 3;

/** What the pointed word reads, in words, with a bar for each of the words it reads most. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { kind, matrix, queryTokens, keyTokens, cell, words, locale, compact = false } = props;
  const count = props.count ?? (compact ? TOP_COMPACT : TOP);
  const labels = useMemo(
    () => ({ queries: spokenOf(queryTokens, words), keys: spokenOf(keyTokens, words) }),
    [queryTokens, keyTokens, words],
  );
  const query = cell?.query ?? -1;
  const read = useMemo(
    () => reading(matrix, query, labels, count, kind),
    [matrix, query, labels, count, kind],
  );
  const hue = amountScale(kind, props.theme, props.palette).css(1);
  if (!cell || !read) {
    return (
      <section className="rp-root" data-view="reading-panel" data-kind={kind}>
        <p className="rp-quiet">{words.nothing}</p>
      </section>
    );
  }
  const number = isMasked(kind, query, cell.key) ? words.masked : exact(weightAt(matrix, cell), locale);
  return (
    <section
      className={compact ? 'rp-root rp-compact' : 'rp-root'}
      data-view="reading-panel"
      data-kind={kind}
    >
      <h3 className="rp-heading">{words.reads(read.label, read.query)}</h3>
      <ol className="rp-list">
        {read.top.map((item) => (
          <Item
            key={item.key}
            item={item}
            hue={hue}
            locale={locale}
            pointed={item.key === cell.key}
            nth={words.occurrence}
          />
        ))}
      </ol>
      {compact && <p className="rp-exact">{words.exact(read.label, labels.keys[cell.key] ?? '', number)}</p>}
      {!compact && (
        <>
          {read.rest.count > 0 && (
            <p className="rp-quiet">{words.rest(read.rest.count, percent(read.rest.weight, locale))}</p>
          )}
          <p className="rp-exact">{words.exact(read.label, labels.keys[cell.key] ?? '', number)}</p>
          {words.hints.map((hint) => (
            <p className="rp-quiet rp-hint" key={hint}>
              {hint}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function Item(props: {
  readonly item: ReadingItem;
  readonly hue: string;
  readonly locale: string;
  readonly pointed: boolean;
  readonly nth: ReadingPanelWords['occurrence'];
}) {
  const { item, hue, locale, pointed, nth } = props;
  return (
    <li className={pointed ? 'rp-item rp-pointed' : 'rp-item'}>
      <span className="rp-word" title={item.label}>
        <bdi>{item.label}</bdi>
        {item.occurrence > 0 && (
          <sub className="rp-nth" title={nth(item.occurrence)}>
            {item.occurrence}
          </sub>
        )}
      </span>
      <span className="rp-percent">{percent(item.weight, locale)}</span>
      <span className="rp-track" aria-hidden="true">
        <span className="rp-bar" style={{ width: `${Math.min(1, item.weight) * 100}%`, background: hue }} />
      </span>
    </li>
  );
}
