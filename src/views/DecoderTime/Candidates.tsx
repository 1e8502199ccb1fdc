import type { TimeStep } from '../../layout/index.ts';
import { Icon } from '../../ui/index.ts';
import type { DecoderTimeProps } from './props.ts';

/** What the decoder thinks of the next word: the likeliest ones, and which was taken. */
export function Candidates({ time, here }: { readonly time: DecoderTimeProps; readonly here: TimeStep }) {
  const { words, langs } = time;
  const end = here.written.role === 'end' ? words.done : words.cut;
  const taken = here.candidates.find((one) => one.taken);
  return (
    <section className="dt-candidates" data-kind="decoder" aria-label={words.candidates}>
      <h3>{words.candidates}</h3>
      <ol>
        {here.candidates.map((one, i) => (
          <li key={`${i + 1}/${one.id}`} data-taken={one.taken || undefined}>
            <span className="dt-candidate" lang={langs.target}>
              {one.text}
            </span>
            <span className="dt-track" aria-hidden="true">
              <span style={{ width: `${one.probability * 100}%` }} />
            </span>
            <span className="dt-percent">{words.percent(one.probability)}</span>
            <span className="dt-taken">
              {one.taken ? (
                <>
                  <Icon name="check" /> {words.taken}
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="dt-quiet">{words.rest(words.percent(here.rest))}</p>
      <p className="dt-fed-back">{here.last ? end : words.fedBack(taken?.text ?? '')}</p>
    </section>
  );
}
