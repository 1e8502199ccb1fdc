import { clampStep, timeStep } from '../../layout/index.ts';
import { BeamView } from './BeamView.tsx';
import { Controls, ShowToggle, usePlaying } from './Controls.tsx';
import type { DecoderTimeProps } from './props.ts';
import { Steps } from './Steps.tsx';
import './DecoderTime.css';

/** How many of the likeliest words get a bar. */
const CANDIDATES = 5;

/** How the French came to be, one word at a time; or, of beam search, the tree of all beginnings it looked at. */
export function DecoderTime(props: DecoderTimeProps) {
  const { picture, beam, t, endId } = props;
  const count = Math.min(picture.steps.length, picture.target.length);
  const step = clampStep(props.step, count);
  const here = timeStep(picture, step, CANDIDATES, endId);
  usePlaying({ ...props, step }, count);
  const tree = beam !== null && props.showBeam ? beam : null;
  return (
    <section className="dt-root" data-view="decoder-time" aria-label={t('time.label')}>
      <header className="dt-top">
        {tree ? (
          <p className="dt-quiet">{t('beam.help')}</p>
        ) : (
          <Controls time={{ ...props, step }} count={count} />
        )}
        {beam ? <ShowToggle time={props} /> : null}
      </header>
      {tree ? (
        <BeamView beam={tree} endId={endId} lang={props.langs.target} t={t} />
      ) : here ? (
        <Steps time={props} here={here} />
      ) : (
        <p className="dt-quiet">{t('time.empty')}</p>
      )}
    </section>
  );
}
