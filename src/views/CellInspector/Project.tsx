import { useMemo, useState } from 'react';
import {
  aboveOf,
  letters,
  type MapName,
  mappedNumber,
  named,
  type ProjectStep,
  signed,
  type Vector,
} from '../../layout/index.ts';
import { BarsPicture } from './BarsPicture.tsx';
import type { StepSetting } from './props.ts';
import { Strip } from './Strip.tsx';
import { foldedOf, SumLine } from './SumLine.tsx';
import { type SharedPlace, useSharedPlace } from './sharedPlace.ts';
import { commonLimit, Letter } from './vectors.tsx';

interface Followed {
  readonly map: MapName;
  readonly dimension: number;
}

/** The word's vector, a row of the map under it, and their products, index for index; what they add up to. */
function OneNumber(props: {
  readonly step: ProjectStep;
  readonly setting: StepSetting;
  readonly followed: Followed;
  readonly place: SharedPlace;
}) {
  const { step, setting, followed, place } = props;
  const { map, dimension } = followed;
  const { t, names } = setting;
  const number = useMemo(() => mappedNumber(step, map, dimension), [step, map, dimension]);
  const above = aboveOf(map);
  const word = above === 'i' ? names.query : names.key;
  const shared = { setting, place, word };
  const { factorDecimals } = number.sum;
  const write = (value: number) => signed(value, factorDecimals, t.language);
  return (
    <div className="ci-group ci-tight">
      <Strip
        {...shared}
        name="a"
        label={<Letter setting={setting} of={named('a', above)} word={word} />}
        vector={number.input}
        note={t('inspect.count', { n: number.input.values.length })}
      />
      <Strip
        {...shared}
        name="mapRow"
        word={map}
        label={<Letter setting={setting} of={letters.mapRow(map, dimension)} />}
        vector={number.weights}
        note={t('inspect.mapRow', { n: dimension + 1 })}
      />
      <BarsPicture
        {...shared}
        name="terms"
        label={<Letter setting={setting} of={letters.term(map, dimension)} />}
        vector={number.terms}
        shape="bars"
        low
      />
      <SumLine
        setting={setting}
        sum={number.sum}
        name={<Letter setting={setting} of={named(map, above, dimension)} />}
        caption={({ factors }) => factors?.map(write).join(' × ')}
        folded={foldedOf(t)}
      />
    </div>
  );
}

/** q, k and v, and above them how one of their numbers comes about: at first q's with the largest product. */
export function Project({ step, setting }: { readonly step: ProjectStep; readonly setting: StepSetting }) {
  const [picked, setPicked] = useState<Followed | null>(null);
  const followed = picked ?? { map: 'q', dimension: step.dimension };
  const place = useSharedPlace();
  const limit = commonLimit(step.q, step.k, step.v);
  const strip = (map: MapName, vector: Vector) => {
    const above = aboveOf(map);
    const word = above === 'i' ? setting.names.query : setting.names.key;
    return (
      <Strip
        setting={setting}
        name={map}
        word={word}
        label={<Letter setting={setting} of={named(map, above)} word={word} />}
        vector={vector}
        limit={limit}
        pick={{ hint: setting.t('inspect.pick'), at: (dimension) => setPicked({ map, dimension }) }}
        {...(map === followed.map && { mark: followed.dimension })}
      />
    );
  };
  return (
    <>
      <OneNumber step={step} setting={setting} followed={followed} place={place} />
      <div className="ci-group ci-tight">
        {strip('q', step.q)}
        {strip('k', step.k)}
        {strip('v', step.v)}
      </div>
    </>
  );
}
