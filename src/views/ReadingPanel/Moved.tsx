import {
  divergingScale,
  type Matrix,
  occurrence,
  percent,
  type Readable,
  rankedKeys,
  weightAt,
} from '../../layout/index.ts';
import type { ReadingChange, ReadingPanelProps } from './ReadingPanel.tsx';

interface MovedProps {
  readonly panel: ReadingPanelProps;
  readonly changed: ReadingChange;
  readonly before: Matrix;
  /** after − before. */
  readonly difference: Matrix;
  readonly may: Readable;
  readonly labels: { readonly queries: readonly string[]; readonly keys: readonly string[] };
  readonly query: number;
  readonly count: number;
}

/** What the pointed word reads more and less than in the unchanged model, the largest changes first. */
export function Moved(props: MovedProps) {
  const { panel, changed, before, difference, may, labels, query, count } = props;
  const { cell, locale, matrix, words } = panel;
  const scale = divergingScale(panel.theme, panel.palette, 1);
  const keys = rankedKeys(difference, query, may).slice(0, count);
  return (
    <>
      <h3 className="rp-heading">{changed.words.readsMoved(labels.queries[query] ?? '')}</h3>
      <ol className="rp-list">
        {keys.map((key) => {
          const change = weightAt(difference, { query, key });
          const at = (of: Matrix) => percent(weightAt(of, { query, key }), locale);
          const nth = occurrence(labels.keys, key);
          const half = Math.min(1, Math.abs(change)) * 50;
          return (
            <li className={key === cell?.key ? 'rp-item rp-pointed' : 'rp-item'} key={key}>
              <span className="rp-word" title={labels.keys[key]}>
                <bdi>{labels.keys[key]}</bdi>
                {nth > 0 && (
                  <sub className="rp-nth" title={words.occurrence(nth)}>
                    {nth}
                  </sub>
                )}
              </span>
              <span className="rp-percent">{changed.words.moved(at(before), at(matrix))}</span>
              <span className="rp-track rp-signed" aria-hidden="true">
                <span
                  className="rp-bar"
                  style={{
                    width: `${half}%`,
                    marginLeft: `${change < 0 ? 50 - half : 50}%`,
                    background: scale.css(Math.sign(change)),
                  }}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
