import { useMemo } from 'react';
import { type Matrix, meanOf, percent, rowEntropies, rowLargest, short } from '../../layout/index.ts';
import { labelsOf, spokenOf } from '../shared/marks.ts';
import type { ChangePanelProps } from './props.ts';

/** How evenly each row is spread, and its largest weight on average. */
const measuresOf = (matrix: Matrix) => ({
  entropies: rowEntropies(matrix),
  largest: meanOf(rowLargest(matrix)),
});
type Measures = ReturnType<typeof measuresOf>;

function meanText(t: ChangePanelProps['t'], after: Measures, before: Measures | null): string {
  const bits = (one: Measures) => short(meanOf(one.entropies), t.language);
  const largest = (one: Measures) => percent(one.largest, t.language);
  if (!before) return t('panel.scale.entropyMean', { bits: bits(after), largest: largest(after) });
  return t('panel.scale.entropyMoved', {
    before: bits(before),
    after: bits(after),
    largestBefore: largest(before),
    largestAfter: largest(after),
  });
}

/**
 * The entropy of each row of the chosen head, one line a word: a dot now and a ring before, from 0 bits, where one
 * word gets everything, to log₂ S, where all get the same.
 */
export function EntropyPlot({ at, scale, t }: ChangePanelProps) {
  const { after, tokens } = scale;
  const before = scale.before && after && scale.before.T === after.T ? scale.before : null;
  const now = useMemo(() => (after ? measuresOf(after) : null), [after]);
  const was = useMemo(() => (before ? measuresOf(before) : null), [before]);
  const labels = useMemo(() => labelsOf(tokens), [tokens]);
  const spoken = useMemo(() => spokenOf(tokens, t), [tokens, t]);
  if (!after || !now) return <p className="cp-help">{t('panel.scale.waiting')}</p>;
  const most = Math.log2(Math.max(2, after.S));
  const share = (bits: number) => `${(100 * bits) / most}%`;
  return (
    <figure className="cp-figure" data-kind={at.kind} aria-label={t('panel.scale.entropy')}>
      <figcaption className="cp-sub">{t('panel.scale.entropy')}</figcaption>
      <ol className="cp-entropies">
        {now.entropies.map((bits, row) => {
          const old = was?.entropies[row];
          const [word, bitsNow] = [spoken[row] ?? '', short(bits, t.language)];
          const said =
            old === undefined
              ? t('panel.scale.entropySpoken', { word, after: bitsNow })
              : t('panel.scale.entropySpokenMoved', { word, before: short(old, t.language), after: bitsNow });
          const [from, to] = [Math.min(bits, old ?? bits), Math.max(bits, old ?? bits)];
          return (
            <li key={`${labels[row]} ${row + 1}`}>
              <bdi aria-hidden="true">{labels[row]}</bdi>
              <span className="cp-line" aria-hidden="true">
                <span className="cp-span" style={{ left: share(from), width: share(to - from) }} />
                {old !== undefined && <span className="cp-dot cp-was" style={{ left: share(old) }} />}
                <span className="cp-dot" style={{ left: share(bits) }} />
              </span>
              <span className="only-spoken">{said}</span>
            </li>
          );
        })}
      </ol>
      <p className="cp-axis" aria-hidden="true">
        <span>0</span>
        <span>{t('panel.scale.entropyAxis')}</span>
        <span>{short(most, t.language)}</span>
      </p>
      {was && (
        <p className="cp-key" aria-hidden="true">
          <span className="cp-dot cp-was" /> {t('panel.scale.before')} <span className="cp-dot" />{' '}
          {t('panel.scale.after')}
        </p>
      )}
      <p className="cp-help">{meanText(t, now, was)}</p>
    </figure>
  );
}
