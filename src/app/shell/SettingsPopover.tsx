import { COMBINES, LEVELS, PALETTES, SCALES, THEMES } from '../../contract/index.ts';
import { choiceOf } from '../../state/index.ts';
import { type Option, Popover, Select, Slider, ToggleGroup } from '../../ui/index.ts';
import { PoolingSettings } from '../changes/PoolingSettings.tsx';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { WeighSetting } from '../head/WeighSetting.tsx';

const BACKENDS = ['auto', 'webgl', 'wasm', 'cpu'] as const;

function options<Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): readonly Option<Value>[] {
  return values.map((value) => ({ value, label: label(value) }));
}

/** What the large panel draws, and how. */
function DrawingSettings() {
  const t = useWords();
  const { act } = useHeadlight();
  const { scale, level, combine, mass } = useApp(choiceOf);
  return (
    <>
      <ToggleGroup
        label={t('settings.scale')}
        showLabel
        value={scale}
        options={[
          { value: SCALES[0], label: t('settings.scale.fixed') },
          { value: SCALES[1], label: t('settings.scale.row'), title: t('settings.scale.rowHelp') },
        ]}
        onChange={(value) => act.choose({ scale: value })}
      />
      <ToggleGroup
        label={t('settings.level')}
        showLabel
        value={level}
        options={LEVELS.map((value) => ({
          value,
          label: t(`settings.level.${value}`),
          title: t('settings.level.help'),
        }))}
        onChange={act.setLevel}
      />
      <ToggleGroup
        label={t('settings.combine')}
        showLabel
        value={combine}
        options={options(COMBINES, (value) => t(`settings.combine.${value}`))}
        onChange={(value) => act.choose({ combine: value })}
      />
      <Slider
        label={t('settings.threshold')}
        value={mass}
        min={0}
        max={1}
        step={0.05}
        text={t('settings.thresholdValue', { percent: t.percent(mass) })}
        onChange={act.slide}
      />
    </>
  );
}

/** The page's own look and where it computes. */
function PageSettings() {
  const t = useWords();
  const { act } = useHeadlight();
  const { palette, backend } = useApp(choiceOf);
  const asked = useHeadlight().link.backend;
  const report = useApp((state) => (state.load.phase === 'live' ? state.load.report : null));
  const byLink = report?.because === 'asked' && asked === backend;
  return (
    <>
      <Select
        label={t('settings.palette')}
        value={palette}
        options={options(PALETTES, (value) => t(`settings.palette.${value}`))}
        onChange={(value) => act.set({ palette: value })}
      />
      <Select
        label={t('settings.backend')}
        value={backend}
        options={options(BACKENDS, (value) => t(`backend.${value}`))}
        onChange={(value) => act.set({ backend: value })}
      />
      {report ? (
        <p
          className="app-quiet"
          title={report.trials.map((trial) => `${trial.name}: ${trial.reason}`).join('\n')}
        >
          {t('settings.backendNow', {
            name: t(`backend.${report.name}`),
            because: t(byLink ? 'backend.askedByLink' : `backend.${report.because}`),
          })}
        </p>
      ) : null}
    </>
  );
}

export function SettingsPopover() {
  const t = useWords();
  return (
    <Popover label={t('bar.settings')} icon="settings" iconOnly inSight=".app-head">
      <DrawingSettings />
      <PoolingSettings />
      <WeighSetting />
      <PageSettings />
    </Popover>
  );
}

/** The themes, in the top bar. */
export function ThemeChoice() {
  const t = useWords();
  const { act } = useHeadlight();
  const theme = useApp((state) => choiceOf(state).theme);
  return (
    <ToggleGroup
      label={t('settings.theme')}
      showLabel
      value={theme}
      options={options(THEMES, (value) => t(`settings.theme.${value}`))}
      onChange={(value) => act.set({ theme: value })}
    />
  );
}
