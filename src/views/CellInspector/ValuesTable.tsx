import { letters, named, signed, type ValuesStep } from '../../layout/index.ts';
import type { StepSetting } from './props.ts';
import { Letter } from './vectors.tsx';
import './tables.css';

/** One number of the head's output as a sum over the words, one a line. */
export function ValuesTable({ step, setting }: { readonly step: ValuesStep; readonly setting: StepSetting }) {
  const { t, keys, key } = setting;
  const { sum, dimension } = step;
  const factor = (value: number | undefined) => signed(value ?? 0, sum.factorDecimals, t.language);
  const term = (value: number) => signed(value, sum.decimals, t.language);
  return (
    <table className="ct-table">
      <thead>
        <tr>
          <th scope="col">{t('inspect.nth', { n: dimension + 1 })}</th>
          <th scope="col">
            <Letter setting={setting} of={letters.alphaHat} />
            <span className="only-spoken">{t('inspect.column.alphaHat')}</span>
          </th>
          <th scope="col">
            <Letter setting={setting} of={named('v', 'j', dimension)} />
            <span className="only-spoken">{t('inspect.column.value')}</span>
          </th>
          <th scope="col">
            <Letter setting={setting} of={letters.weightedAt(dimension)} />
            <span className="only-spoken">{t('inspect.column.weighted')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sum.terms.map(({ index, value, factors }) => (
          <tr key={index} data-own={index === key || undefined}>
            <th scope="row">
              <bdi>{keys[index]}</bdi>
            </th>
            <td>{factor(factors?.[0])}</td>
            <td>{factor(factors?.[1])}</td>
            <td>{term(value)}</td>
          </tr>
        ))}
        {sum.folded && (
          <tr className="ct-quiet">
            <th scope="row">{t('inspect.others', { count: sum.folded.count })}</th>
            <td />
            <td />
            <td>{term(sum.folded.value)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('inspect.total')}</th>
          <td />
          <td />
          <td>{term(sum.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
