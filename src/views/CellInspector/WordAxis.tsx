import type { CellFate } from '../../contract/index.ts';
import type { StepSetting } from './props.ts';
import './WordAxis.css';

/** Beyond so many, words over a strip would run into one another. */
const MOST_WORDS = 24;

/** The keys' words over a strip of one cell each. */
export function WordAxis({
  setting,
  fates,
}: {
  readonly setting: StepSetting;
  readonly fates: readonly CellFate[];
}) {
  const { keys, key } = setting;
  const list = keys.map((word, index) => ({ word, index }));
  return (
    <div className="cn-row" aria-hidden="true">
      <span className="cn-label" />
      <div className="cw-axis" style={{ gridTemplateColumns: `repeat(${keys.length}, minmax(0, 1fr))` }}>
        {list.map(({ word, index }) => (
          <span
            key={index}
            className="cw-place"
            data-own={index === key || undefined}
            data-shut={fates[index]?.fate === 'forbidden' || undefined}
          >
            {keys.length <= MOST_WORDS || index === key ? <bdi className="cw-word">{word}</bdi> : null}
          </span>
        ))}
      </div>
    </div>
  );
}
