import { useMemo } from 'react';
import {
  barsOf,
  type DotStep,
  letters,
  named,
  type ProductsStep,
  signed,
  type Term,
} from '../../layout/index.ts';
import { BarsPicture } from './BarsPicture.tsx';
import type { StepSetting } from './props.ts';
import { Strip } from './Strip.tsx';
import { foldedOf, SumLine } from './SumLine.tsx';
import { useSharedPlace } from './sharedPlace.ts';
import { commonLimit, Letter } from './vectors.tsx';

/** One product written out. */
function ProductLine(props: {
  readonly setting: StepSetting;
  readonly step: ProductsStep;
  readonly term: Term;
  readonly name: (nth: string) => string;
}) {
  const { setting, step, term, name } = props;
  const { t } = setting;
  const [q = 0, k = 0] = term.factors ?? [];
  const write = (value: number, decimals: number) => signed(value, decimals, t.language);
  return (
    <p className="ci-line">
      <span className="ci-quiet">{name(t('inspect.nth', { n: term.index + 1 }))}</span>
      {write(q, step.factorDecimals)}
      <span className="ci-quiet">×</span>
      {write(k, step.factorDecimals)}
      <span className="ci-quiet">=</span>
      <b>{write(term.value, step.decimals)}</b>
    </p>
  );
}

/** q and k above one another, their products as bars beneath. */
export function Products({ step, setting }: { readonly step: ProductsStep; readonly setting: StepSetting }) {
  const { t, names } = setting;
  const limit = commonLimit(step.q, step.k);
  const { largest } = step.products;
  const place = useSharedPlace();
  return (
    <>
      <div className="ci-group ci-tight">
        <Strip
          setting={setting}
          name="q"
          word={names.query}
          label={<Letter setting={setting} of={named('q', 'i')} word={names.query} />}
          vector={step.q}
          limit={limit}
          mark={largest}
          place={place}
        />
        <Strip
          setting={setting}
          name="k"
          word={names.key}
          label={<Letter setting={setting} of={named('k', 'j')} word={names.key} />}
          vector={step.k}
          limit={limit}
          mark={largest}
          place={place}
        />
        <BarsPicture
          setting={setting}
          name="products"
          word=""
          label={<Letter setting={setting} of={letters.product} />}
          vector={step.products}
          mark={largest}
          place={place}
          shape="bars"
        />
      </div>
      <div className="ci-group ci-tight">
        {step.plus && (
          <ProductLine
            setting={setting}
            step={step}
            term={step.plus}
            name={(nth) => t('inspect.largestPlus', { nth })}
          />
        )}
        {step.minus && (
          <ProductLine
            setting={setting}
            step={step}
            term={step.minus}
            name={(nth) => t('inspect.largestMinus', { nth })}
          />
        )}
      </div>
    </>
  );
}

/** Where the products stood in the step before, in this step's order. */
function placesOf({ products, order }: DotStep) {
  const before = new Float64Array(order.length);
  for (const [at, dimension] of order.entries()) before[dimension] = products.values[at] ?? 0;
  const { bars } = barsOf(before);
  return order.flatMap((at) => {
    const bar = bars[at];
    return bar ? [{ at, bar }] : [];
  });
}

/** The products, each added to those before it. */
export function Dot({ step, setting }: { readonly step: DotStep; readonly setting: StepSetting }) {
  const { t } = setting;
  const from = useMemo(() => placesOf(step), [step]);
  return (
    <>
      <BarsPicture
        setting={setting}
        name="products"
        word=""
        label={<Letter setting={setting} of={letters.dot} />}
        vector={step.products}
        order={step.order}
        from={from}
        shape="waterfall"
        note=""
        end={signed(step.sum.total, step.sum.decimals, setting.t.language)}
      />
      <SumLine
        setting={setting}
        sum={step.sum}
        name={<Letter setting={setting} of={letters.dot} />}
        caption={({ index }) => t('inspect.nth', { n: index + 1 })}
        folded={foldedOf(t)}
      />
    </>
  );
}
