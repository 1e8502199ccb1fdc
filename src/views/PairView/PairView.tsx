import { useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import { signedPercent } from '../../layout/index.ts';
import { useMedia } from '../../ui/index.ts';
import { SignedLegend } from '../shared/SignedLegend.tsx';
import { PairControls, SecondHead, SecondSentence, type Show } from './Controls.tsx';
import { DiffLine } from './DiffLine.tsx';
import { Pictures, sayPair } from './Pictures.tsx';
import type { PairSide, PairViewProps } from './props.ts';
import { usePair } from './usePair.ts';
import './PairView.css';

const idsOf = ({ source }: PairSide): string => source.map(({ id }) => id).join(' ');

/** The other sentence has not been made another one yet. */
const isSame = (a: PairSide, b: PairSide): boolean => idsOf(a) === idsOf(b);

/** Two pictures beside each other: one head on two sentences, or two heads on one; and what differs. */
export function PairView(props: PairViewProps) {
  const { a, b, mode, t, langs } = props;
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
      aria-label={t('pair.label')}
    >
      <PairControls pair={props} show={show} onShow={setChosen} />
      {sentences ? <SecondSentence pair={props} /> : <SecondHead pair={props} />}
      {b && pair ? (
        <>
          {sentences ? (
            <DiffLine title={t('pair.english')} a={a.source} b={b.source} lang={langs.source} t={t} />
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
              <p className="pv-says">
                {(pointed && say(pointed)) ||
                  (sentences && isSame(a, b)
                    ? t('pair.same')
                    : t(mode === 'heads' ? 'pair.hintHeads' : 'pair.hint'))}
              </p>
              {show === 'a' || show === 'b' ? null : (
                <SignedLegend
                  theme={props.theme}
                  palette={props.palette}
                  ends={[t('pair.less'), t('pair.more')]}
                  ticks={[signedPercent(-pair.limit, t.language), '0', signedPercent(pair.limit, t.language)]}
                />
              )}
            </div>
          </div>
          {sentences ? (
            <DiffLine
              title={t('pair.french')}
              a={a.translation}
              b={b.translation}
              lang={langs.target}
              t={t}
            />
          ) : null}
        </>
      ) : (
        <p className="pv-quiet" role="status">
          {sentences && props.second.trim() === '' ? t('pair.none') : t('pair.waiting')}
        </p>
      )}
    </section>
  );
}
