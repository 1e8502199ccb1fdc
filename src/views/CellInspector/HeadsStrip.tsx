import { headOutputName, letters, type OutputStep, signed, vectorOf } from '../../layout/index.ts';
import type { StepSetting } from './props.ts';
import { Strip } from './Strip.tsx';
import { Letter } from './vectors.tsx';

/** The heads' outputs side by side, as W^O reads them; the chosen head is framed. */
export function HeadsStrip({ step, setting }: { readonly step: OutputStep; readonly setting: StepSetting }) {
  const { t } = setting;
  const joined = vectorOf(Float32Array.from(step.heads.flatMap((head) => Array.from(head.values))));
  const width = step.heads[0]?.values.length ?? 1;
  const heads = step.heads.map((_, index) => index);
  const named = (index: number) =>
    `${t('inspect.head', { n: Math.floor(index / width) + 1 })}, ${t('inspect.nth', { n: (index % width) + 1 })}`;
  const said = (index: number) =>
    t('inspect.said', {
      what: named(index),
      value: signed(joined.values[index] ?? 0, 3, setting.t.language),
    });
  return (
    <div className="ci-heads">
      <Strip
        setting={setting}
        name="headOutputs"
        word={setting.names.query}
        label={<Letter setting={setting} of={letters.heads} />}
        vector={joined}
        note={t('inspect.count', { n: joined.values.length })}
        said={said}
      />
      <div className="cn-row" aria-hidden="true">
        <span />
        <div
          className="ci-head-names"
          style={{ gridTemplateColumns: `repeat(${heads.length}, minmax(0, 1fr))` }}
        >
          {heads.map((head) => (
            <span key={head} data-own={head === step.head || undefined}>
              <Letter setting={setting} of={headOutputName(head)} />
            </span>
          ))}
        </div>
        <span />
      </div>
    </div>
  );
}
