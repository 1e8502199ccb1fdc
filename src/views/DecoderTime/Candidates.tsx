import type { Ref } from 'react';
import type { TimeStep } from '../../layout/index.ts';
import { Icon } from '../../ui/index.ts';
import type { DecoderTimeProps } from './props.ts';

/** What the decoder thinks of the next word: the likeliest ones, and which was taken. */
export function Candidates(props: {
  readonly time: DecoderTimeProps;
  readonly here: TimeStep;
  /** The line of the word that was taken, and all of them. */
  readonly taken: Ref<HTMLLIElement>;
  readonly list: Ref<HTMLElement>;
}) {
  const { time, here } = props;
  const { t, langs } = time;
  const end = here.written.role === 'end' ? t('time.done') : t('time.cut');
  const taken = here.candidates.find((one) => one.taken);
  return (
    <section ref={props.list} className="dt-candidates" data-kind="decoder" aria-label={t('time.candidates')}>
      <h3>
        {t('time.candidates')}
        {time.sureness === null ? null : <small className="dt-quiet"> {time.sureness}</small>}
      </h3>
      <ol>
        {here.candidates.map((one, i) => (
          <li
            key={`${i + 1}/${one.id}`}
            data-taken={one.taken || undefined}
            ref={one.taken ? props.taken : undefined}
          >
            <span className="dt-candidate" lang={langs.target}>
              {one.text}
            </span>
            <span className="dt-track" aria-hidden="true">
              <span style={{ width: `${one.probability * 100}%` }} />
            </span>
            <span className="dt-percent">{t.share(one.probability)}</span>
            <span className="dt-taken">
              {one.taken ? (
                <>
                  <Icon name="check" /> {t('time.taken')}
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="dt-quiet">{t('time.rest', { percent: t.share(here.rest) })}</p>
      <p className="dt-fed-back">{here.last ? end : t('time.fedBack', { word: taken?.text ?? '' })}</p>
    </section>
  );
}
