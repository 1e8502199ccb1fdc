import { useMemo } from 'react';
import { type Matrix, meanOf, percent, rowEntropies, rowLargest, short } from '../../layout/index.ts';
import { labelsOf, spokenOf } from '../shared/marks.ts';
import type { ChangePanelProps, ScaleWords } from './props.ts';

/** How evenly each row is spread, and its largest weight on average. */
const measuresOf = (matrix: Matrix) => ({
  entropies: rowEntropies(matrix),
  largest: meanOf(rowLargest(matrix)),
});
type Measures = ReturnType<typeof measuresOf>;

function meanWords(words: ScaleWords, locale: string, after: Measures, before: Measures | null): string {
  const bits = (one: Measures) => short(meanOf(one.entropies), locale);
  const largest = (one: Measures) => percent(one.largest, locale);
  return before
    ? words.entropyMoved(bits(before), bits(after), largest(before), largest(after))
    : words.entropyMean(bits(after), largest(after));
}

/**
 * The entropy of each row of the chosen head, one line a word: a dot now and a ring before, from 0 bits, where one
 * word gets everything, to log₂ S, where all get the same.
 */
export function EntropyPlot({ at, scale, words: all, locale }: ChangePanelProps) {
  const words = all.scale;
  const { after, tokens } = scale;
  const before = scale.before && after && scale.before.T === after.T ? scale.before : null;
  const now = useMemo(() => (after ? measuresOf(after) : null), [after]);
  const was = useMemo(() => (before ? measuresOf(before) : null), [before]);
  const labels = useMemo(() => labelsOf(tokens), [tokens]);
  const spoken = useMemo(() => spokenOf(tokens, words), [tokens, words]);
  if (!after || !now) return <p className="cp-help">{words.waiting}</p>;
  const most = Math.log2(Math.max(2, after.S));
  const share = (bits: number) => `${(100 * bits) / most}%`;
  return (
    <figure className="cp-figure" data-kind={at.kind} aria-label={words.entropy}>
      <figcaption className="cp-sub">{words.entropy}</figcaption>
      <ol className="cp-entropies">
        {now.entropies.map((bits, row) => {
          const old = was?.entropies[row];
          const said = words.entropySpoken(
            spoken[row] ?? '',
            old === undefined ? null : short(old, locale),
            short(bits, locale),
          );
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
        <span>{words.entropyAxis}</span>
        <span>{short(most, locale)}</span>
      </p>
      {was && (
        <p className="cp-key" aria-hidden="true">
          <span className="cp-dot cp-was" /> {words.before} <span className="cp-dot" /> {words.after}
        </p>
      )}
      <p className="cp-help">{meanWords(words, locale, now, was)}</p>
    </figure>
  );
}
