import {
  headOutputName,
  letters,
  type NormStep,
  named,
  normNumbers,
  type OutputStep,
  signed,
  type ValuesStep,
  type Vector,
} from '../../layout/index.ts';
import { Formula } from '../shared/Formula.tsx';
import { HeadsStrip } from './HeadsStrip.tsx';
import type { StepSetting } from './props.ts';
import { Strip } from './Strip.tsx';
import { SumLine } from './SumLine.tsx';
import { ValuesTable } from './ValuesTable.tsx';
import { commonLimit, Letter } from './vectors.tsx';

/** vʲ, what the weight leaves of it, and the sum over the keys. */
export function ValuesPicture({
  step,
  setting,
}: {
  readonly step: ValuesStep;
  readonly setting: StepSetting;
}) {
  const { names } = setting;
  const limit = commonLimit(step.v, step.b);
  const shared = { setting, limit, mark: step.dimension };
  return (
    <>
      <div className="ci-group">
        <Strip
          {...shared}
          name="v"
          word={names.key}
          label={<Letter setting={setting} of={named('v', 'j')} word={names.key} />}
          vector={step.v}
        />
        <Strip
          {...shared}
          name="weighted"
          word={names.key}
          label={<Letter setting={setting} of={letters.weighted} />}
          vector={step.weighted}
          from={step.v}
        />
        <Strip
          {...shared}
          name="heard"
          word={names.query}
          label={<Letter setting={setting} of={headOutputName(step.head)} word={names.query} />}
          vector={step.b}
        />
      </div>
      <ValuesTable step={step} setting={setting} />
    </>
  );
}

/** All heads side by side, this head's part after W^O, and bⁱ. */
export function Output({ step, setting }: { readonly step: OutputStep; readonly setting: StepSetting }) {
  const { t, names } = setting;
  const limit = commonLimit(step.part, step.b);
  return (
    <>
      <div className="ci-group">
        <HeadsStrip step={step} setting={setting} />
        <Strip
          setting={setting}
          name="part"
          word=""
          label={<Letter setting={setting} of={letters.part(step.head)} />}
          vector={step.part}
          limit={limit}
          mark={step.dimension}
        />
        <Strip
          setting={setting}
          name="joined"
          word={names.query}
          label={<Letter setting={setting} of={named('b', 'i')} word={names.query} />}
          vector={step.b}
          limit={limit}
          mark={step.dimension}
        />
      </div>
      <SumLine
        setting={setting}
        sum={step.sum}
        name={<Letter setting={setting} of={named('b', 'i', step.dimension)} />}
        caption={({ index }) => t('inspect.head', { n: index + 1 })}
        folded={(count) => t('inspect.others', { count })}
        strong={step.head}
      />
    </>
  );
}

/** aⁱ + bⁱ, brought to mean 0 and variance 1, times gain plus bias. */
export function NormPicture({ step, setting }: { readonly step: NormStep; readonly setting: StepSetting }) {
  const { t, names } = setting;
  const write = (value: number, decimals = step.inputDecimals) => signed(value, decimals, t.language);
  const limit = commonLimit(step.a, step.b, step.added);
  const moments = ({ mean, deviation }: NormStep['before']) =>
    `μ ${write(mean, 3)}, σ ${write(deviation, 3)}`;
  const at = (vector: Vector) => vector.values[step.dimension] ?? 0;
  const shared = { setting, mark: step.dimension };
  return (
    <>
      <div className="ci-group">
        <Strip
          {...shared}
          name="a"
          word={names.query}
          label={<Letter setting={setting} of={named('a', 'i')} word={names.query} />}
          vector={step.a}
          limit={limit}
          note={write(at(step.a))}
        />
        <Strip
          {...shared}
          name="joined"
          word={names.query}
          label={<Letter setting={setting} of={named('b', 'i')} />}
          vector={step.b}
          limit={limit}
          note={write(at(step.b))}
        />
        <Strip
          {...shared}
          name="added"
          word=""
          label={<Letter setting={setting} of={letters.x} />}
          vector={step.added}
          limit={limit}
          note={moments(step.before)}
        />
        <Strip
          {...shared}
          name="standard"
          word=""
          label={<Letter setting={setting} of={letters.standard} />}
          vector={step.standard}
          from={step.added}
          note={moments(step.after)}
        />
        <Strip
          {...shared}
          name="result"
          word={names.query}
          label={<Letter setting={setting} of={letters.normed} />}
          vector={step.result}
          from={step.standard}
          note={write(at(step.result), step.decimals)}
        />
      </div>
      <div className="ci-numbers">
        <span className="ci-quiet">{t('inspect.nth', { n: step.dimension + 1 })}</span>
        <Formula of={normNumbers(step)} t={t} block />
      </div>
    </>
  );
}
