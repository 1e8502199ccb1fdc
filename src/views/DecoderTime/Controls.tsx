import { useEffect, useRef } from 'react';
import { Button, ToggleGroup } from '../../ui/index.ts';
import type { DecoderTimeProps } from './props.ts';

/** Time to look at a step. */
const PACE_MS = 1100;

/** While playing, one step more after each pace; at the end it stops. */
export function usePlaying(props: DecoderTimeProps, count: number): void {
  const { playing, step, paceMs = PACE_MS } = props;
  // The page may draw again at any time, with new functions; that is no reason to wait anew.
  const last = useRef(props);
  useEffect(() => {
    last.current = props;
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (step + 1 < count) last.current.onStep(step + 1);
      else last.current.onPlay(false);
    }, paceMs);
    return () => clearTimeout(timer);
  }, [playing, step, count, paceMs]);
}

/** Play, back, on, and a slider over all steps; on the slider, arrows step and the space key plays. */
export function Controls({ time, count }: { readonly time: DecoderTimeProps; readonly count: number }) {
  const { step, onStep, playing, onPlay, t } = time;
  const toggle = () => {
    // Played to its end, it begins anew.
    if (!playing && step + 1 >= count) onStep(0);
    onPlay(!playing);
  };
  return (
    <div className="dt-controls">
      <Button
        label={t('time.back')}
        icon="left"
        iconOnly
        disabled={step === 0}
        onPress={() => onStep(step - 1)}
      />
      <Button
        label={playing ? t('time.pause') : t('time.play')}
        icon={playing ? 'pause' : 'play'}
        keys="Space"
        onPress={toggle}
      />
      <Button
        label={t('time.on')}
        icon="right"
        iconOnly
        disabled={step + 1 >= count}
        onPress={() => onStep(step + 1)}
      />
      <input
        className="ui-slider"
        type="range"
        min={1}
        max={Math.max(1, count)}
        value={step + 1}
        aria-label={t('time.step')}
        aria-valuetext={t('time.stepOf', { step: step + 1, count })}
        onChange={(event) => onStep(event.currentTarget.valueAsNumber - 1)}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          toggle();
        }}
      />
      <span className="dt-step" aria-hidden="true">
        {t('time.stepOf', { step: step + 1, count })}
      </span>
    </div>
  );
}

/** Where beam search wrote the sentence: its tree, or the steps of the sentence it took. */
export function ShowToggle({ time }: { readonly time: DecoderTimeProps }) {
  const { t, showBeam, onShowBeam } = time;
  return (
    <ToggleGroup
      label={t('time.show')}
      value={showBeam ? 'beam' : 'steps'}
      options={[
        { value: 'steps', label: t('time.showSteps') },
        { value: 'beam', label: t('time.showBeam') },
      ]}
      onChange={(value) => onShowBeam(value === 'beam')}
    />
  );
}
