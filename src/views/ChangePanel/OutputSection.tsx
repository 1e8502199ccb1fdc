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
  const { decoding, onDecoding, drawSeed, locale } = props;
  const words = props.words.output;
  const { topK, topP, seed } = decoding;
  return (
    <>
      <Slider
        label={words.topK}
        min={1}
        max={TOP_K_ALL}
        step={1}
        value={Math.min(topK ?? TOP_K_ALL, TOP_K_ALL)}
        text={topK === null ? words.topKAll : String(topK)}
        onChange={(k) => onDecoding({ ...decoding, topK: k >= TOP_K_ALL ? null : k })}
      />
      <Slider
        label={words.topP}
        min={TOP_P_STEP}
        max={1}
        step={TOP_P_STEP}
        value={topP ?? 1}
        text={topP === null ? words.topPAll : percent(topP, locale)}
        onChange={(p) => onDecoding({ ...decoding, topP: p >= 1 ? null : Math.round(p * 100) / 100 })}
      />
      <NumberField
        label={words.seed}
        value={seed}
        min={0}
        max={MOST_SEED}
        lessLabel={props.words.step.less}
        moreLabel={props.words.step.more}
        onChange={(next) => onDecoding({ ...decoding, seed: next })}
      />
      <Button
        label={words.draw}
        icon="retry"
        onPress={() => onDecoding({ ...decoding, seed: drawSeed() % (MOST_SEED + 1) })}
      />
    </>
  );
}

/** How the next word is taken. */
export function OutputSection(props: ChangePanelProps) {
  const { decoding, onDecoding, locale } = props;
  const words = props.words.output;
  return (
    <>
      <p className="cp-about">{words.about}</p>
      <ToggleGroup
        label={words.way}
        value={decoding.way}
        options={WAYS_OF_DECODING.map((value) => ({ value, label: words.wayName(value) }))}
        onChange={(way) => onDecoding({ ...decoding, way })}
      />
      <p className="cp-help">{words.wayHelp(decoding.way)}</p>
      <Slider
        label={words.temperature}
        {...TEMPERATURE}
        value={decoding.temperature}
        text={short(decoding.temperature, locale)}
        onChange={(temperature) =>
          onDecoding({ ...decoding, temperature: Math.round(temperature * 10) / 10 })
        }
      />
      <p className="cp-help">{words.temperatureHelp}</p>
      {decoding.way === 'sample' && <Sampling {...props} />}
      {decoding.way === 'beam' && (
        <NumberField
          label={words.width}
          value={decoding.width}
          min={1}
          max={MOST_WIDTH}
          lessLabel={props.words.step.less}
          moreLabel={props.words.step.more}
          onChange={(width) => onDecoding({ ...decoding, width })}
        />
      )}
    </>
  );
}
