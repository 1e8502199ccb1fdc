import { useMemo } from 'react';
import type { AttentionKind, Cell, Palette, ResolvedTheme, Token } from '../../contract/index.ts';
import {
  amountScale,
  exact,
  isMasked,
  largestChanges,
  type Matrix,
  percent,
  type Reading,
  type ReadingItem,
  reading,
  shownMatrix,
  shownReadable,
  type Why,
  weightAt,
  whyForbidden,
} from '../../layout/index.ts';
import { type ChangedHead, fitting } from '../shared/changed.ts';
import { type MarkWords, spokenOf } from '../shared/marks.ts';
import { Moved } from './Moved.tsx';
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

/** What a person changed about the head that is read. */
export interface ReadingChange extends ChangedHead {
  readonly words: {
    /** Instead of an exact number, for a cell that may not be read: `forbidden before softmax`. */
    readonly why: (why: Why) => string;
    /** `92 % → 3 %` */
    readonly moved: (before: string, after: string) => string;
    /** Heading over the words a word reads differently: `“it” reads, before → after`. */
    readonly readsMoved: (word: string) => string;
    /** `largest change: “it” reads “animal” 92 % → 3 %` */
    readonly largest: (query: string, key: string, before: string, after: string) => string;
    /** `this head reads as before`, and of one word `“it” reads as before`. */
    readonly same: string;
    readonly sameWord: (word: string) => string;
    /** Of a word that may read none: `“it” reads nothing`. */
    readonly readsNothing: (word: string) => string;
  };
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
  /** Absent: the model is as it was trained, and `matrix` all there is. */
  readonly changed?: ReadingChange;
}

const TOP = 5;
const TOP_COMPACT = 3;

/** The run asked for, and which of its cells may be read. */
function useShown({ kind, matrix, changed }: ReadingPanelProps) {
  const { before, shown, now } = fitting(matrix, changed);
  return useMemo(
    () => ({
      before,
      shown,
      drawn: shownMatrix(shown, matrix, before),
      may: shownReadable(shown, kind, now),
    }),
    [before, shown, matrix, kind, now],
  );
}

interface ReadingLabels {
  readonly queries: readonly string[];
  readonly keys: readonly string[];
}

/** With no word pointed at: what to do, or what changed most. */
function nothingPointed(props: ReadingPanelProps, before: Matrix | null, labels: ReadingLabels): string {
  const { changed, matrix, words, locale } = props;
  if (!changed || before === null || changed.shown !== 'difference') return words.nothing;
  const [most] = largestChanges(matrix, before, 1);
  if (!most) return changed.words.same;
  const [query = '', key = ''] = [labels.queries[most.query], labels.keys[most.key]];
  return changed.words.largest(query, key, percent(most.before, locale), percent(most.after, locale));
}

/** The pointed cell's exact number, the two it moved between, or why it has none. */
function exactAt(
  props: ReadingPanelProps,
  { before, shown, drawn, may }: ReturnType<typeof useShown>,
  cell: Cell,
): string {
  const { changed, matrix, words, locale } = props;
  const at = (of: Matrix) => exact(weightAt(of, cell), locale);
  if (isMasked(may, cell.query, cell.key)) {
    const why = typeof may === 'string' ? 'own' : whyForbidden(may, cell);
    return changed && why !== 'own' ? changed.words.why(why) : words.masked;
  }
  return changed && before && shown === 'difference'
    ? changed.words.moved(at(before), at(matrix))
    : at(drawn);
}

/** What the pointed word reads, in words, with a bar for each of the words it reads most. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { kind, queryTokens, keyTokens, cell, words, compact = false } = props;
  const count = props.count ?? (compact ? TOP_COMPACT : TOP);
  const labels = useMemo(
    () => ({ queries: spokenOf(queryTokens, words), keys: spokenOf(keyTokens, words) }),
    [queryTokens, keyTokens, words],
  );
  const picture = useShown(props);
  const { before, shown, drawn, may } = picture;
  const query = cell?.query ?? -1;
  const read = useMemo(() => reading(drawn, query, labels, count, may), [drawn, query, labels, count, may]);
  if (!cell || !read) {
    return (
      <section className="rp-root" data-view="reading-panel" data-kind={kind}>
        <p className="rp-quiet">{nothingPointed(props, before, labels)}</p>
      </section>
    );
  }
  const number = exactAt(props, picture, cell);
  const key = labels.keys[cell.key] ?? '';
  const moved = shown === 'difference' && before && props.changed;
  return (
    <section
      className={compact ? 'rp-root rp-compact' : 'rp-root'}
      data-view="reading-panel"
      data-kind={kind}
    >
      {moved && before ? (
        <Moved panel={props} changed={moved} before={before} labels={labels} query={query} count={count} />
      ) : (
        <Weights panel={props} read={read} rest={!compact} />
      )}
      <p className="rp-exact">{words.exact(read.label, key, number)}</p>
      {!compact &&
        words.hints.map((hint) => (
          <p className="rp-quiet rp-hint" key={hint}>
            {hint}
          </p>
        ))}
    </section>
  );
}

/** The words it reads most, each with its bar, and the others together. */
function Weights(props: {
  readonly panel: ReadingPanelProps;
  readonly read: Reading;
  readonly rest: boolean;
}) {
  const { panel, read } = props;
  const { kind, theme, palette, cell, words, locale } = panel;
  const hue = amountScale(kind, theme, palette).css(1);
  return (
    <>
      <h3 className="rp-heading">
        {read.top.length === 0 && panel.changed
          ? panel.changed.words.readsNothing(read.label)
          : words.reads(read.label, read.query)}
      </h3>
      <ol className="rp-list">
        {read.top.map((item) => (
          <Item
            key={item.key}
            item={item}
            hue={hue}
            locale={locale}
            pointed={item.key === cell?.key}
            nth={words.occurrence}
          />
        ))}
      </ol>
      {props.rest && read.rest.count > 0 && (
        <p className="rp-quiet">{words.rest(read.rest.count, percent(read.rest.weight, locale))}</p>
      )}
    </>
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
