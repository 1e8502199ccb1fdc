import { useMemo } from 'react';
import type { Cell } from '../../contract/index.ts';
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
  weightAt,
  whyForbidden,
} from '../../layout/index.ts';
import { comparedMatrices } from '../shared/changed.ts';
import { spokenOf } from '../shared/marks.ts';
import { whyText } from '../shared/whyText.ts';
import { Moved } from './Moved.tsx';
import type { ReadingPanelProps } from './props.ts';
import './ReadingPanel.css';

const TOP = 5;
const TOP_COMPACT = 3;

/** The run asked for, and which of its cells may be read. */
function useShown({ kind, matrix, changed }: ReadingPanelProps) {
  const { before, shown, now } = comparedMatrices(matrix, changed);
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
function nothingPointed(props: ReadingPanelProps, before: Matrix | null, labels: ReadingLabels) {
  const { changed, matrix, known = false, t } = props;
  if (!changed || before === null || changed.shown !== 'difference')
    return known ? <span className="rp-known">{t('reading.hint')}</span> : t('reading.hint');
  const [most] = largestChanges(matrix, before, 1);
  if (!most) return t('changed.same');
  const [query = '', key = ''] = [labels.queries[most.query], labels.keys[most.key]];
  const [was, is] = [percent(most.before, t.language), percent(most.after, t.language)];
  return t('changed.largest', { query, key, before: was, after: is });
}

/** The pointed cell's exact number, the two it moved between, or why it has none. */
function exactAt(
  props: ReadingPanelProps,
  { before, shown, drawn, may }: ReturnType<typeof useShown>,
  cell: Cell,
): string {
  const { changed, matrix, t } = props;
  const at = (of: Matrix) => exact(weightAt(of, cell), t.language);
  if (isMasked(may, cell.query, cell.key)) {
    const why = typeof may === 'string' ? 'own' : whyForbidden(may, cell);
    return whyText(t, changed ? why : 'own');
  }
  return changed && before && shown === 'difference'
    ? t('changed.moved', { before: at(before), after: at(matrix) })
    : at(drawn);
}

/** Heading: `“it” reads`, or of a decoder's row `after “pas”, writing “traversé”: reads`, and of which head. */
function heading({ t, head, together, writes }: ReadingPanelProps, word: string, query: number): string {
  const next = together === undefined ? (writes?.(query) ?? null) : null;
  const title = () => {
    if (together !== undefined) return t(`pooling.rows.heading.${together}`, { words: word });
    if (next === null) return t('reading.title', { word });
    return t('reading.titleWriting', { word, next: next === '' ? t('mark.end') : next });
  };
  return head === undefined ? title() : t('reading.titleHead', { head: head + 1, title: title() });
}

/** What the pointed word reads, in words, with a bar for each of the words it reads most. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { kind, queryTokens, keyTokens, cell, t, compact = false, exact: says = true } = props;
  const count = props.count ?? (compact ? TOP_COMPACT : TOP);
  const labels = useMemo(
    () => ({ queries: spokenOf(queryTokens, t), keys: spokenOf(keyTokens, t) }),
    [queryTokens, keyTokens, t],
  );
  const picture = useShown(props);
  const { before, shown, drawn, may } = picture;
  const query = cell?.query ?? -1;
  const { leftOut } = props;
  const read = useMemo(
    () => reading(drawn, query, labels, count, may, leftOut),
    [drawn, query, labels, count, may, leftOut],
  );
  if (!cell || !read) {
    return (
      <section className="rp-root" data-view="reading-panel" data-kind={kind}>
        <p className="rp-quiet">{nothingPointed(props, before, labels)}</p>
      </section>
    );
  }
  const number = exactAt(props, picture, cell);
  const key = labels.keys[cell.key] ?? '';
  const moved = shown === 'difference' && props.changed !== undefined;
  return (
    <section
      className={compact ? 'rp-root rp-compact' : 'rp-root'}
      data-view="reading-panel"
      data-kind={kind}
    >
      {moved && before ? (
        <Moved panel={props} before={before} labels={labels} query={query} count={count} />
      ) : (
        <Weights panel={props} read={read} rest={!compact} />
      )}
      {says && <p className="rp-exact">{t('reading.cell', { query: read.label, key, value: number })}</p>}
      {!compact && props.pinHint && <p className="rp-quiet rp-hint">{t('heatmap.pinHelp')}</p>}
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
  const { kind, theme, palette, cell, t } = panel;
  const hue = amountScale(kind, theme, palette).css(1);
  return (
    <>
      <h3 className="rp-heading">
        {read.top.length === 0 && panel.changed
          ? t('changed.readsNothing', { word: read.label })
          : heading(panel, read.label, read.query)}
      </h3>
      <ol className="rp-list">
        {read.top.map((item) => (
          <Item key={item.key} item={item} hue={hue} pointed={item.key === cell?.key} t={t} />
        ))}
      </ol>
      {props.rest && read.rest.count > 0 && (
        <p className="rp-quiet">
          {t('reading.more', { count: read.rest.count, percent: percent(read.rest.weight, t.language) })}
        </p>
      )}
    </>
  );
}

function Item(props: {
  readonly item: ReadingItem;
  readonly hue: string;
  readonly pointed: boolean;
  readonly t: ReadingPanelProps['t'];
}) {
  const { item, hue, pointed, t } = props;
  return (
    <li className={pointed ? 'rp-item rp-pointed' : 'rp-item'}>
      <span className="rp-word" title={item.label}>
        <bdi>{item.label}</bdi>
        {item.occurrence > 0 && (
          <sub className="rp-nth" title={t('reading.nth', { n: item.occurrence })}>
            {item.occurrence}
          </sub>
        )}
      </span>
      <span className="rp-percent">{percent(item.weight, t.language)}</span>
      <span className="rp-track" aria-hidden="true">
        <span className="rp-bar" style={{ width: `${Math.min(1, item.weight) * 100}%`, background: hue }} />
      </span>
    </li>
  );
}
