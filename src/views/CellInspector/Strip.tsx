import type { CSSProperties } from 'react';
import type { CellFate } from '../../contract/index.ts';
import { divergingScale, hatchColour, largestSize, type Vector } from '../../layout/index.ts';
import { Numbers, type NumbersProps } from './Numbers.tsx';
import './Strip.css';

export interface StripProps extends NumbersProps {
  /** Size of the full colour; else the largest size of its own numbers. */
  readonly limit?: number;
  /** What the numbers were before: their colours come from those. */
  readonly from?: Vector;
  /** Hatched where it may not be read. */
  readonly fates?: readonly CellFate[];
}

/** Cells of so many numbers are wide enough for a sign. */
const SIGNS_UP_TO = 32;
/** What is smaller, for the full colour's size, is as good as 0 to the eye: it has no sign. */
const LEAST_SHARE = 0.06;

/** Where a cell's motion begins: at the colour it had. */
const startOf = (colour: string) => ({ '--from-colour': colour }) as CSSProperties;

/** Numbers in a row as colours; in wide cells plus and minus say the sign without them. */
export function Strip(props: StripProps) {
  const { setting, vector, mark, fates, from } = props;
  const { theme, palette } = setting;
  const cells = Array.from(vector.values, (value, index) => ({ value, index }));
  const limit = props.limit ?? largestSize(vector.values);
  const colours = divergingScale(theme, palette, limit);
  const hatch = `repeating-linear-gradient(-45deg, ${hatchColour(theme)} 0 1px, transparent 1px 4px)`;
  const isShut = (index: number) => fates?.[index]?.fate === 'forbidden';
  const signOf = (value: number, index: number) => {
    if (isShut(index) || cells.length > SIGNS_UP_TO || Math.abs(value) < LEAST_SHARE * limit)
      return undefined;
    return value < 0 ? '−' : value > 0 ? '+' : undefined;
  };
  return (
    <Numbers
      {...props}
      className="cs-strip"
      style={{ gridTemplateColumns: `repeat(${cells.length}, minmax(0, 1fr))` }}
    >
      {(at) =>
        cells.map(({ value, index }) => (
          <span
            key={index}
            className="cs-cell"
            data-mark={index === mark || undefined}
            data-at={index === at || undefined}
            data-from={from && true}
            data-sign={signOf(value, index)}
            style={{
              background: isShut(index) ? hatch : colours.css(value),
              ...(from && startOf(colours.css(from.values[index] ?? 0))),
              color: colours.quietInkOn(value),
            }}
          />
        ))
      }
    </Numbers>
  );
}
