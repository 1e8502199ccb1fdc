import { useMemo, useRef } from 'react';
import { attentionStage } from '../../contract/index.ts';
import { headMatrix, type Matrix, rowOf, type TimeStep, tokenLabel } from '../../layout/index.ts';
import { useSize } from '../../ui/index.ts';
import { spokenOf } from '../shared/marks.ts';
import { Candidates } from './Candidates.tsx';
import { FeedBack } from './FeedBack.tsx';
import { HeadPicker } from './HeadPicker.tsx';
import type { DecoderTimeProps } from './props.ts';
import { Triangle } from './Triangle.tsx';
import { WordBars } from './WordBars.tsx';

/** A head's pattern; null where the picture has none of it. */
function matrixOf({ picture, heads }: DecoderTimeProps, kind: 'decoder' | 'cross'): Matrix | null {
  const { layer, head } = heads[kind];
  const frame = picture.frames.get(attentionStage(kind, layer, 'pattern'));
  return frame && head < (frame.shape[0] ?? 0) ? headMatrix(frame, head) : null;
}

/** One step: the English as it is read, the French fed so far, the pattern with its new row, and what comes of it. */
export function Steps({ time, here }: { readonly time: DecoderTimeProps; readonly here: TimeStep }) {
  const { picture, t, langs } = time;
  const [root, size] = useSize<HTMLDivElement>();
  const slot = useRef<HTMLLIElement>(null);
  const taken = useRef<HTMLLIElement>(null);
  const candidates = useRef<HTMLElement>(null);
  const ends = useMemo(() => ({ root, slot, taken, candidates }), [root]);
  const self = matrixOf(time, 'decoder');
  const cross = matrixOf(time, 'cross');
  const { step } = here;
  const word = spokenOf(here.fed, t).at(-1) ?? '';
  const written = spokenOf([here.written], t)[0] ?? '';
  return (
    <div className="dt-steps" ref={root}>
      <WordBars
        t={t}
        kind="cross"
        title={t('time.english', { word: written })}
        picker={<HeadPicker time={time} kind="cross" />}
        tokens={picture.source}
        weights={cross && rowOf(cross, step)}
        lang={langs.source}
      />
      <WordBars
        t={t}
        kind="decoder"
        title={t('time.fed')}
        picker={<HeadPicker time={time} kind="decoder" />}
        tokens={here.fed}
        weights={self && rowOf(self, step)}
        lang={langs.target}
        toEnd
        after={
          here.last ? null : (
            <li className="dt-slot" aria-hidden="true" ref={slot}>
              {tokenLabel(here.written)}
            </li>
          )
        }
      />
      <div className="dt-below">
        {self ? <Triangle time={time} matrix={self} step={step} word={word} /> : null}
        <Candidates time={time} here={here} taken={taken} list={candidates} />
      </div>
      <FeedBack ends={ends} size={size} step={step} />
    </div>
  );
}
