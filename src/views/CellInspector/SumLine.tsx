import type { ReactNode } from 'react';
import { type Sum, signed, type Term } from '../../layout/index.ts';
import type { StepSetting } from './props.ts';
import './SumLine.css';

/** One number of a line, with what it is underneath; a minus before it takes the place of the plus. */
function Item(props: {
  readonly sign: string;
  readonly number: string;
  readonly caption: ReactNode;
  readonly strong?: boolean;
}) {
  return (
    <span className="cl-item" data-strong={props.strong || undefined}>
      <span className="cl-number">
        {props.sign !== '' && <span className="cl-sign">{props.sign}</span>}
        {props.number}
      </span>
      <span className="cl-caption">{props.caption}</span>
    </span>
  );
}

export interface SumLineProps {
  readonly setting: StepSetting;
  readonly sum: Sum;
  /** What is summed up: stands before the line. */
  readonly name: ReactNode;
  /** Under each term. */
  readonly caption: (term: Term) => ReactNode;
  /** Under the number of those not written out: how many, and what part of the sum they come to. */
  readonly folded: (count: number, part: number) => string;
  /** The term that is followed. */
  readonly strong?: number;
}

/** How many terms are not written out, and what part of the sum they are, where that is a part. */
export const foldedOf =
  (t: StepSetting['t']) =>
  (count: number, part: number): string =>
    part > 0 && part <= 1
      ? t('inspect.smallerPart', { count, percent: t.percent(part) })
      : t('inspect.smaller', { count });

/** More terms than these stand closer. */
const MANY = 6;

/** A sum, written out: largest terms first, the others as one number, the bias, and what it comes to. */
export function SumLine({ setting, sum, name, caption, folded, strong }: SumLineProps) {
  const { t } = setting;
  const write = (value: number, isFirst: boolean) => {
    const text = signed(value, sum.decimals, t.language);
    if (isFirst) return { sign: '', number: text };
    return text.startsWith('−') ? { sign: '−', number: text.slice(1) } : { sign: '+', number: text };
  };
  return (
    <p className="cl-root" data-many={sum.terms.length > MANY || undefined}>
      <span className="cl-item cl-name">
        <span className="cl-number">
          {name}
          <span className="cl-sign">=</span>
        </span>
      </span>
      {sum.terms.map((term, i) => (
        <Item
          key={term.index}
          {...write(term.value, i === 0)}
          caption={caption(term)}
          strong={term.index === strong}
        />
      ))}
      {sum.folded && (
        <Item
          {...write(sum.folded.value, false)}
          caption={folded(sum.folded.count, sum.folded.value / sum.total)}
        />
      )}
      {sum.bias !== null && <Item {...write(sum.bias, false)} caption={t('inspect.bias')} />}
      <Item sign="=" number={signed(sum.total, sum.decimals, t.language)} caption="" strong />
    </p>
  );
}
