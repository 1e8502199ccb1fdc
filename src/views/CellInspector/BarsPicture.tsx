import type { CSSProperties } from 'react';
import { type Bar, barsOf, divergingScale, partialSums, signed, waterfallOf } from '../../layout/index.ts';
import './BarsPicture.css';
import { Numbers, type NumbersProps } from './Numbers.tsx';

const share = (value: number) => `${value * 100}%`;

/** Bars tell amounts by their height; their colour only the sign, strong enough to be seen when they are low. */
const STRENGTH = 0.7;

/** Where a bar stands among others: which of them, from the left, and its heights. */
interface BarPlace {
  readonly at: number;
  readonly bar: Bar;
}

/** Where a bar's motion begins: its place in the step before, or the line of nothing. */
function startOf(from: BarPlace | undefined, count: number, zero: number): CSSProperties {
  const start = from
    ? {
        '--from-left': share(from.at / count),
        '--from-top': share(from.bar.top),
        '--from-height': share(from.bar.height),
      }
    : { '--from-top': share(zero), '--from-height': '0%' };
  return start as CSSProperties;
}

/** How high the last bar ends. */
function endOf(bar: Bar | undefined, zero: number): number {
  if (!bar) return zero;
  return bar.value < 0 ? bar.top + bar.height : bar.top;
}

/**
 * Numbers as bars over a line of nothing; `waterfall`: each from where the sum of those before it stands; `end`, what
 * it comes to, then stands where it ends.
 */
export function BarsPicture(
  props: NumbersProps & {
    readonly shape: 'bars' | 'waterfall';
    readonly end?: string;
    /** Many bars in a line's height. */
    readonly low?: boolean;
    /** Of all bars, instead of those of the signs. */
    readonly colour?: string;
    /** Places of these bars in the step before, from which they come. */
    readonly from?: readonly BarPlace[];
    /** There is room for a number as large as that. */
    readonly most?: number;
  },
) {
  const { setting, vector, shape, mark } = props;
  const { t, theme, palette } = setting;
  const { bars, zero } = shape === 'bars' ? barsOf(vector.values, props.most) : waterfallOf(vector.values);
  const colours = divergingScale(theme, palette, 1);
  const partials = partialSums(vector.values);
  const nth = (index: number) => t('inspect.nth', { n: (props.order?.[index] ?? index) + 1 });
  const number = (index: number) =>
    t('inspect.said', {
      what: nth(index),
      value: signed(vector.values[index] ?? 0, 3, t.language),
    });
  const soFar = (index: number) => `${number(index)} → ${signed(partials[index] ?? 0, 3, t.language)}`;
  const list = bars.map((bar, index) => ({ ...bar, index }));
  return (
    <Numbers
      {...props}
      className={`cb-bars${props.end ? ' cb-tall' : ''}${props.low ? ' cb-low' : ''}`}
      said={props.said ?? (shape === 'bars' ? number : soFar)}
    >
      {(at) => (
        <>
          <span className="cb-zero" style={{ top: share(zero) }}>
            <span>0</span>
          </span>
          {props.end && (
            <b className="cb-end" style={{ top: share(endOf(list.at(-1), zero)) }}>
              {props.end}
            </b>
          )}
          {list.map(({ top, height, value, index }) => (
            <span
              key={index}
              className="cb-bar"
              data-mark={index === mark || undefined}
              data-at={index === at || undefined}
              style={{
                ...startOf(props.from?.[index], list.length, zero),
                left: share(index / list.length),
                width: share(1 / list.length),
                top: share(top),
                height: share(height),
                backgroundColor: props.colour ?? colours.css(Math.sign(value) * STRENGTH),
              }}
            />
          ))}
        </>
      )}
    </Numbers>
  );
}
