import { type CSSProperties, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Token } from '../../contract/index.ts';
import { cellNumber, tokenLabel } from '../../layout/index.ts';
import { spokenOf } from '../shared/marks.ts';
import { useScrollRoom } from '../shared/useScrollRoom.ts';
import type { DecoderTimeProps } from './props.ts';
import './WordBars.css';

export interface WordBarsProps {
  readonly kind: 'decoder' | 'cross';
  /** What the bars say, and the picker of the head they are of. */
  readonly title: string;
  readonly picker: ReactNode;
  readonly tokens: readonly Token[];
  /** α̂ of each token; null while there are no numbers. */
  readonly weights: Float32Array | null;
  readonly lang: string;
  readonly t: DecoderTimeProps['t'];
  /** After the last word. */
  readonly after?: ReactNode;
  /** Keep the end in view, where the new word stands; else the word that is read most. */
  readonly toEnd?: boolean;
}

/** Words in a line, each under a bar as high as its weight. */
export function WordBars(props: WordBarsProps) {
  const { kind, tokens, weights, t, lang, toEnd = false } = props;
  const line = useRef<HTMLOListElement>(null);
  const count = tokens.length;
  const more = useScrollRoom(line, tokens);
  useLayoutEffect(() => {
    const element = line.current;
    if (!element || count === 0) return;
    const middle = (child: HTMLElement) => child.offsetLeft - element.offsetLeft - element.clientWidth / 2;
    const strongest = weights ? weights.indexOf(Math.max(...weights)) : 0;
    const word = element.children[strongest];
    const left = toEnd || !(word instanceof HTMLElement) ? element.scrollWidth : middle(word);
    element.scrollTo({ left });
  }, [toEnd, count, weights]);
  const spoken = spokenOf(tokens, t);
  return (
    <section className="dt-bars" data-kind={kind} aria-label={props.title}>
      <header className="dt-head">
        <h3>{props.title}</h3>
        {props.picker}
      </header>
      <ol className="dt-line fades" data-more={more} ref={line}>
        {tokens.map((token, i) => {
          const weight = weights?.[i] ?? 0;
          const text = spoken[i] ?? '';
          return (
            <li
              // A token's place is its name: the words before it stay what they are.
              key={`${i + 1}/${token.id}`}
              className="dt-word"
              data-new={(toEnd && i === count - 1) || undefined}
            >
              <span className="only-spoken">{t('time.bar', { word: text, percent: t.share(weight) })}</span>
              <span className="dt-column" aria-hidden="true">
                <span className="dt-number">{cellNumber(weight)}</span>
                <span className="dt-bar" style={{ '--share': Math.min(1, weight) } as CSSProperties} />
              </span>
              <span lang={lang} aria-hidden="true" title={text}>
                {tokenLabel(token)}
              </span>
            </li>
          );
        })}
        {props.after}
      </ol>
    </section>
  );
}
