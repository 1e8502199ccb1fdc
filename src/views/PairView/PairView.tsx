import { useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import { divergingScale } from '../../layout/index.ts';
import { useMedia } from '../shared/useMedia.ts';
import { PairControls, SecondHead, SecondSentence, type Show } from './Controls.tsx';
import { DiffLine } from './DiffLine.tsx';
import { Pictures, sayPair } from './Pictures.tsx';
import type { PairViewProps } from './props.ts';
import { usePair } from './usePair.ts';
import './PairView.css';

/** Enough that the eye cannot tell the gradient from the scale itself. */
const STOPS = 33;

/** The colours of the difference, from its scale. */
function DifferenceLegend({ pair, limit }: { readonly pair: PairViewProps; readonly limit: number }) {
  const { theme, palette, words } = pair;
  const stops = divergingScale(theme, palette, limit)
    .stops(STOPS)
    .map(({ css }, i) => `${css} ${(i * 100) / (STOPS - 1)}%`);
  return (
    <div className="pv-legend">
      <p className="pv-legend-ends">
        <span>{words.legendLess}</span>
        <span>{words.legendMore}</span>
      </p>
      <div
        className="pv-legend-bar"
        style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }}
      />
      <p className="pv-legend-ends">
        <span>{words.points(-limit)}</span>
        <span>0</span>
        <span>{words.points(limit)}</span>
      </p>
    </div>
  );
}

/** Two pictures beside each other: one head on two sentences, or two heads on one; and what differs. */
export function PairView(props: PairViewProps) {
  const { a, b, mode, words, langs } = props;
  const narrow = useMedia('(width < 720px)');
  const [chosen, setChosen] = useState<Show | null>(null);
  const show = chosen ?? (narrow ? 'difference' : 'all');
  const [pointed, setPointed] = useState<Cell | null>(null);
  const pair = usePair(props);
  const say = (cell: Cell): string => (b && pair ? sayPair(props, b, pair, cell) : '');
  const sentences = mode === 'sentences';
  return (
    <section
      className="pv-root"
      data-view="pair"
      data-kind={props.kind}
      data-show={show}
      aria-label={words.label}
    >
      <PairControls pair={props} show={show} onShow={setChosen} />
      {sentences ? <SecondSentence pair={props} /> : <SecondHead pair={props} />}
      {b && pair ? (
        <>
          {sentences ? (
            <DiffLine title={words.english} a={a.source} b={b.source} lang={langs.source} words={words} />
          ) : null}
          <div className="pv-body">
            <Pictures
              props={props}
              b={b}
              pair={pair}
              show={show}
              pointed={pointed}
              onPoint={setPointed}
              say={say}
            />
            <div className="pv-foot">
              <p className="pv-says">{(pointed && say(pointed)) || words.hint(mode)}</p>
              {show === 'a' || show === 'b' ? null : <DifferenceLegend pair={props} limit={pair.limit} />}
            </div>
          </div>
          {sentences ? (
            <DiffLine
              title={words.french}
              a={a.translation}
              b={b.translation}
              lang={langs.target}
              words={words}
            />
          ) : null}
        </>
      ) : (
        <p className="pv-quiet" role="status">
          {sentences && props.second.trim() === '' ? words.none : words.waiting}
        </p>
      )}
    </section>
  );
}
