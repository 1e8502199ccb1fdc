import type { CellFate } from '../../contract/index.ts';
import { divergingScale, hatchColour, largestSize, signed } from '../../layout/index.ts';
import { Numbers, type NumbersProps } from './Numbers.tsx';
import './Strip.css';

export interface StripProps extends NumbersProps {
  /** Size of the full colour; else the largest size of its own numbers. */
  readonly limit?: number;
  /** Hatched where it may not be read. */
  readonly fates?: readonly CellFate[];
}

/** Cells of so many numbers are wide enough for a minus. */
const MINUS_UP_TO = 32;

/** Numbers in a row as colours; in wide cells a minus says the sign without them. */
export function Strip(props: StripProps) {
  const { setting, vector, mark, fates } = props;
  const { theme, palette, t } = setting;
  const cells = Array.from(vector.values, (value, index) => ({ value, index }));
  const colours = divergingScale(theme, palette, props.limit ?? largestSize(vector.values));
  const hatch = `repeating-linear-gradient(-45deg, ${hatchColour(theme)} 0 1px, transparent 1px 4px)`;
  const isShut = (index: number) => fates?.[index]?.fate === 'forbidden';
  const hasMinus = (value: number) =>
    cells.length <= MINUS_UP_TO && signed(value, 3, t.language).startsWith('−');
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
            data-minus={(!isShut(index) && hasMinus(value)) || undefined}
            style={{
              background: isShut(index) ? hatch : colours.css(value),
              color: colours.quietInkOn(value),
            }}
          />
        ))
      }
    </Numbers>
  );
}
