import type { CSSProperties, ReactNode } from 'react';
import { type NumberLine, signed } from '../../layout/index.ts';
import type { StepSetting } from './props.ts';
import './Spread.css';

interface SpreadRow {
  readonly label: ReactNode;
  /** [S] */
  readonly values: ArrayLike<number>;
  readonly decimals: number;
}

export interface SpreadProps {
  readonly setting: StepSetting;
  readonly line: NumberLine;
  /** Two: before and after. */
  readonly rows: readonly [SpreadRow, SpreadRow];
}

const percent = (share: number) => `${share * 100}%`;

/** Where a dot's motion begins. */
const fromLeft = (left: string) => ({ '--from-left': left }) as CSSProperties;

/** Numbers of all keys on one line, before and after, each joined to itself; the cell's own is named. */
export function Spread({ setting, line, rows }: SpreadProps) {
  const { t, keys, key } = setting;
  const [before, after] = rows;
  const dots = keys.map((word, index) => ({ word, index }));
  const at = (row: SpreadRow, index: number) => line.at(row.values[index] ?? 0);
  const dotsOf = (row: SpreadRow, place: 'above' | 'below') => (
    <ul className="sp-row" data-place={place}>
      {dots.map(({ word, index }) => {
        const text = t('inspect.said', {
          what: t('inspect.quoted', { word }),
          value: signed(row.values[index] ?? 0, row.decimals, t.language),
        });
        return (
          <li
            key={index}
            className="sp-dot"
            data-own={index === key || undefined}
            style={{ left: percent(at(row, index)), ...fromLeft(percent(at(before, index))) }}
            title={text}
          >
            <span
              className={index === key ? 'sp-name' : 'only-spoken'}
              // At the line's ends the name stays on it.
              style={index === key ? { transform: `translateX(${percent(-at(row, index))})` } : undefined}
            >
              {text}
            </span>
          </li>
        );
      })}
    </ul>
  );
  return (
    <div className="sp-root">
      <span className="sp-label">{before.label}</span>
      {dotsOf(before, 'above')}
      <svg className="sp-lines" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {dots.map(({ index }) => (
          <line
            key={index}
            x1={at(before, index)}
            x2={at(after, index)}
            y1={0}
            y2={1}
            data-own={index === key || undefined}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <span className="sp-label" data-place="below">
        {after.label}
      </span>
      {dotsOf(after, 'below')}
      <div className="sp-axis" aria-hidden="true">
        {line.ticks.map((tick) => (
          <span key={tick} style={{ left: percent(line.at(tick)) }}>
            {signed(tick, Number.isInteger(tick) ? 0 : 1, t.language)}
          </span>
        ))}
      </div>
    </div>
  );
}
