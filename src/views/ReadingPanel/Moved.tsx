import {
  divergingScale,
  largestChanges,
  type Matrix,
  occurrence,
  percent,
  type WeightChange,
} from '../../layout/index.ts';
import type { ReadingPanelProps } from './props.ts';

interface MovedProps {
  readonly panel: ReadingPanelProps;
  readonly before: Matrix;
  readonly labels: { readonly queries: readonly string[]; readonly keys: readonly string[] };
  readonly query: number;
  readonly count: number;
}

/** A key and its two weights, with a bar to the side it moved. */
function MovedItem(props: Pick<MovedProps, 'panel' | 'labels'> & { readonly change: WeightChange }) {
  const { panel, labels, change } = props;
  const { cell, t } = panel;
  const { key, before, after } = change;
  const scale = divergingScale(panel.theme, panel.palette, 1);
  const nth = occurrence(labels.keys, key);
  const moved = after - before;
  const half = Math.min(1, Math.abs(moved)) * 50;
  return (
    <li className={key === cell?.key ? 'rp-item rp-pointed' : 'rp-item'}>
      <span className="rp-word" title={labels.keys[key]}>
        <bdi>{labels.keys[key]}</bdi>
        {nth > 0 && (
          <sub className="rp-nth" title={t('reading.nth', { n: nth })}>
            {nth}
          </sub>
        )}
      </span>
      <span className="rp-percent">
        {t('changed.moved', { before: percent(before, t.language), after: percent(after, t.language) })}
      </span>
      <span className="rp-track rp-signed" aria-hidden="true">
        <span
          className="rp-bar"
          style={{
            width: `${half}%`,
            marginLeft: `${moved < 0 ? 50 - half : 50}%`,
            background: scale.css(Math.sign(moved)),
          }}
        />
      </span>
    </li>
  );
}

/** What the pointed word reads more and less than in the unchanged model, the largest changes first. */
export function Moved({ panel, before, labels, query, count }: MovedProps) {
  const { t } = panel;
  const changes = largestChanges(panel.matrix, before, count, query);
  const word = labels.queries[query] ?? '';
  if (changes.length === 0) return <h3 className="rp-heading">{t('changed.sameWord', { word })}</h3>;
  return (
    <>
      <h3 className="rp-heading">{t('changed.readsMoved', { word })}</h3>
      <ol className="rp-list">
        {changes.map((change) => (
          <MovedItem key={change.key} panel={panel} labels={labels} change={change} />
        ))}
      </ol>
    </>
  );
}
