import {
  type DotStep,
  letters,
  named,
  type ProductsStep,
  type ProjectStep,
  signed,
  type Term,
} from '../../layout/index.ts';
import { BarsPicture } from './BarsPicture.tsx';
import type { StepSetting } from './props.ts';
import { Strip } from './Strip.tsx';
import { SumLine } from './SumLine.tsx';
import { commonLimit, Letter } from './vectors.tsx';

/** How many terms are not written out, and what part of the sum they are, where that is a part. */
const foldedOf =
  (t: StepSetting['t']) =>
  (count: number, part: number): string =>
    part > 0 && part <= 1
      ? t('inspect.smallerPart', { count, percent: t.percent(part) })
      : t('inspect.smaller', { count });

/** aⁱ and aʲ, and what the three maps make of them. */
export function Project({ step, setting }: { readonly step: ProjectStep; readonly setting: StepSetting }) {
  const { t, names } = setting;
  const { query, key } = names;
  const write = (value: number, decimals: number) => signed(value, decimals, t.language);
  const limit = commonLimit(step.q, step.k, step.v);
  const label = (base: string, above: 'i' | 'j') => (
    <Letter setting={setting} of={named(base, above)} word={above === 'i' ? query : key} />
  );
  const shared = { setting, limit };
  return (
    <>
      <div className="ci-group">
        <Strip
          setting={setting}
          name="a"
          word={query}
          label={label('a', 'i')}
          vector={step.queryInput}
          note={t('inspect.count', { n: step.queryInput.values.length })}
        />
        <Strip
          {...shared}
          name="q"
          word={query}
          label={label('q', 'i')}
          vector={step.q}
          mark={step.dimension}
        />
      </div>
      <div className="ci-group">
        <Strip
          setting={setting}
          name="a"
          word={key}
          label={label('a', 'j')}
          vector={step.keyInput}
          note={t('inspect.count', { n: step.keyInput.values.length })}
        />
        <Strip {...shared} name="k" word={key} label={label('k', 'j')} vector={step.k} />
        <Strip {...shared} name="v" word={key} label={label('v', 'j')} vector={step.v} />
      </div>
      <div className="ci-group ci-tight">
        <BarsPicture
          setting={setting}
          name="terms"
          word={query}
          label={<Letter setting={setting} of={letters.term(step.dimension)} />}
          vector={step.terms}
          shape="bars"
          low
        />
        <SumLine
          setting={setting}
          sum={step.sum}
          name={<Letter setting={setting} of={named('q', 'i', step.dimension)} />}
          caption={({ factors }) => factors?.map((one) => write(one, step.sum.factorDecimals)).join(' × ')}
          folded={foldedOf(t)}
        />
      </div>
    </>
  );
}

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
        />
        <Strip
          setting={setting}
          name="k"
          word={names.key}
          label={<Letter setting={setting} of={named('k', 'j')} word={names.key} />}
          vector={step.k}
          limit={limit}
          mark={largest}
        />
        <BarsPicture
          setting={setting}
          name="products"
          word=""
          label={<Letter setting={setting} of={letters.product} />}
          vector={step.products}
          mark={largest}
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

/** The products, each added to those before it. */
export function Dot({ step, setting }: { readonly step: DotStep; readonly setting: StepSetting }) {
  const { t } = setting;
  return (
    <>
      <BarsPicture
        setting={setting}
        name="products"
        word=""
        label={<Letter setting={setting} of={letters.dot} />}
        vector={step.products}
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
