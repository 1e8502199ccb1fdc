import { useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import { signedPercent } from '../../layout/index.ts';
import { Button, useMedia } from '../../ui/index.ts';
import { SignedLegend } from '../shared/SignedLegend.tsx';
import { PairControls, SecondHead, SecondSentence, type Show } from './Controls.tsx';
import { DiffLine } from './DiffLine.tsx';
import { Pictures, sayPair } from './Pictures.tsx';
import type { PairSide, PairViewProps } from './props.ts';
import { cellAtPlace, isUneven, PAIR_LIMIT, type Pair, placeOfCell, usePair } from './usePair.ts';
import './PairView.css';

const idsOf = ({ source }: PairSide): string => source.map(({ id }) => id).join(' ');

/** The other sentence has not been made another one yet. */
const isSame = (a: PairSide, b: PairSide): boolean => idsOf(a) === idsOf(b);

/** Even steps from all of a row's weight less to all of it more. */
const TICKS = [-1, -0.5, 0, 0.5, 1];

/** What there is to do and to see, as long as no cell is pointed at or pinned. */
function hintOf({ a, b, mode, t }: PairViewProps, pair: Pair): string {
  if (mode === 'heads') return t('pair.hint');
  if (b && isSame(a, b)) return t('pair.same');
  return [t('pair.hint'), t('pair.hintDiffers'), ...(isUneven(pair) ? [t('pair.hintHatched')] : [])].join(
    ' ',
  );
}

/** Two pictures beside each other: one head on two sentences, or two heads on one; and what differs. */
export function PairView(props: PairViewProps) {
  const { a, b, mode, t, langs } = props;
  const narrow = useMedia('(width < 720px)');
  const [chosen, setChosen] = useState<Show | null>(null);
  const show = chosen ?? (narrow ? 'difference' : 'all');
  const [pointed, setPointed] = useState<Cell | null>(null);
  const pair = usePair(props);
  const pinned = pair && placeOfCell(pair, props.pinned);
  const strong = pointed ?? pinned;
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
      <PairControls pair={props} show={show} onShow={setChosen}>
        {sentences && b ? (
          <DiffLine title={t('pair.english')} a={a.source} b={b.source} lang={langs.source} short t={t} />
        ) : null}
      </PairControls>
      {sentences ? <SecondSentence pair={props} /> : <SecondHead pair={props} />}
      {b && pair ? (
        <>
          <div className="pv-body">
            <Pictures
              props={props}
              b={b}
              pair={pair}
              show={show}
              pointed={pointed}
              onPoint={setPointed}
              say={say}
              pinned={pinned}
              onPin={(place) => props.onPin(cellAtPlace(pair, place))}
              stacked={narrow}
            />
            <div className="pv-foot">
              <p className="pv-says">{(strong && say(strong)) || hintOf(props, pair)}</p>
              {show === 'a' || show === 'b' ? null : (
                <SignedLegend
                  theme={props.theme}
                  palette={props.palette}
                  ends={[t('pair.less'), t('pair.more')]}
                  ticks={TICKS.map((share) => signedPercent(share * PAIR_LIMIT, t.language))}
                  unit={t('pair.points')}
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
        <Nothing props={props} />
      )}
    </section>
  );
}

/** Instead of pictures: B is computed, or there is none yet, and A's sentence is a beginning. */
function Nothing({ props }: { readonly props: PairViewProps }) {
  const { mode, second, t, firstText, onSecond } = props;
  const none = mode === 'sentences' && second.trim() === '';
  return (
    <div className="pv-none">
      <p className="pv-quiet" role="status">
        {t(none ? 'pair.none' : 'pair.waiting')}
      </p>
      {none ? <Button label={t('pair.copy')} onPress={() => onSecond(firstText)} /> : null}
    </div>
  );
}
