import { WAYS_OF_DECODING } from '../../contract/index.ts';
import { percent, short } from '../../layout/index.ts';
import { Button, NumberField, Slider, ToggleGroup } from '../../ui/index.ts';
import type { ChangePanelProps } from './props.ts';

const TEMPERATURE = { min: 0.1, max: 3, step: 0.1 } as const;
/** The slider's last place means all. */
const TOP_K_ALL = 51;
const TOP_P_STEP = 0.05;
const MOST_WIDTH = 8;
const MOST_SEED = 999_999;

/** Which of the likely words sampling may draw, and from which seed. */
function Sampling(props: ChangePanelProps) {
  const { decoding, onDecoding, drawSeed, t } = props;
  const { topK, topP, seed } = decoding;
  return (
    <>
      <Slider
        label={t('panel.output.topK')}
        min={1}
        max={TOP_K_ALL}
        step={1}
        value={Math.min(topK ?? TOP_K_ALL, TOP_K_ALL)}
        text={topK === null ? t('panel.output.topKAll') : String(topK)}
        onChange={(k) => onDecoding({ ...decoding, topK: k >= TOP_K_ALL ? null : k })}
      />
      <Slider
        label={t('panel.output.topP')}
        min={TOP_P_STEP}
        max={1}
        step={TOP_P_STEP}
        value={topP ?? 1}
        text={topP === null ? t('panel.output.topPAll') : percent(topP, t.language)}
        onChange={(p) => onDecoding({ ...decoding, topP: p >= 1 ? null : Math.round(p * 100) / 100 })}
      />
      <NumberField
        label={t('panel.output.seed')}
        value={seed}
        min={0}
        max={MOST_SEED}
        lessLabel={t('panel.less')}
        moreLabel={t('panel.more')}
        onChange={(next) => onDecoding({ ...decoding, seed: next })}
      />
      <Button
        label={t('panel.output.draw')}
        icon="retry"
        onPress={() => onDecoding({ ...decoding, seed: drawSeed() % (MOST_SEED + 1) })}
      />
    </>
  );
}

/** How the next word is taken. */
export function OutputSection(props: ChangePanelProps) {
  const { decoding, onDecoding, t } = props;
  return (
    <>
      <p className="cp-about">{t('panel.output.about')}</p>
      <ToggleGroup
        label={t('panel.output.way')}
        value={decoding.way}
        options={WAYS_OF_DECODING.map((value) => ({ value, label: t(`panel.output.${value}`) }))}
        onChange={(way) => onDecoding({ ...decoding, way })}
      />
      <p className="cp-help">{t(`panel.output.help.${decoding.way}`)}</p>
      <Slider
        label={t('panel.output.temperature')}
        {...TEMPERATURE}
        value={decoding.temperature}
        text={short(decoding.temperature, t.language)}
        onChange={(temperature) =>
          onDecoding({ ...decoding, temperature: Math.round(temperature * 10) / 10 })
        }
      />
      <p className="cp-help">{t('panel.output.temperatureHelp')}</p>
      {decoding.way === 'sample' && <Sampling {...props} />}
      {decoding.way === 'beam' && (
        <NumberField
          label={t('panel.output.width')}
          value={decoding.width}
          min={1}
          max={MOST_WIDTH}
          lessLabel={t('panel.less')}
          moreLabel={t('panel.more')}
          onChange={(width) => onDecoding({ ...decoding, width })}
        />
      )}
    </>
  );
}
