import { useState } from 'react';
import { ATTENTION, PARTS, type Part, positionsOf } from '../../contract/index.ts';
import { powerOfTen } from '../../layout/index.ts';
import { Button, NumberField, ToggleGroup } from '../../ui/index.ts';
import type { ChangePanelProps, PositionsWay } from './props.ts';
import { WordOrder } from './WordOrder.tsx';

const WAYS: readonly PositionsWay[] = ['on', 'off', 'shifted', 'shuffled'];
const FARTHEST = 200;
/** Numbers of the encoder's output are about 1; rounding alone moves them by less than this. */
const ALIKE_BELOW = 1e-3;

/** What tells the model where a word stands: on, off, shifted or shuffled; and the words in another order. */
export function PositionsSection(props: ChangePanelProps) {
  const { at, changes, onPut, onTakePositions, drawSeed, positions, locale } = props;
  const words = props.words.positions;
  const { measured } = positions;
  const [part, setPart] = useState<Part>(ATTENTION[at.kind].part);
  const now = positionsOf(changes, part);
  const way: PositionsWay = now?.way ?? 'on';
  const base = { type: 'positions', part, by: now?.by ?? 1, seed: now?.seed ?? 1 } as const;
  const choose = (next: PositionsWay) => {
    if (next === 'on') onTakePositions(part);
    else
      onPut({ ...base, way: next, seed: next === 'shuffled' && way !== 'shuffled' ? drawSeed() : base.seed });
  };
  const encoderOff = positionsOf(changes, 'encoder')?.way === 'off';
  return (
    <>
      <p className="cp-about">{words.about}</p>
      <ToggleGroup
        label={words.part}
        showLabel
        value={part}
        options={PARTS.map((value) => ({ value, label: words.partName(value) }))}
        onChange={setPart}
      />
      <ToggleGroup
        label={words.positions}
        showLabel
        value={way}
        options={WAYS.map((value) => ({ value, label: words.way(value) }))}
        onChange={choose}
      />
      {way === 'shifted' && (
        <NumberField
          label={words.by}
          value={base.by}
          min={-FARTHEST}
          max={FARTHEST}
          lessLabel={props.words.step.less}
          moreLabel={props.words.step.more}
          onChange={(by) => onPut({ ...base, way: 'shifted', by })}
        />
      )}
      {way === 'shuffled' && (
        <div className="cp-row">
          <Button
            label={words.draw}
            icon="retry"
            onPress={() => onPut({ ...base, way: 'shuffled', seed: drawSeed() })}
          />
          <span className="cp-help">{words.seed(base.seed)}</span>
        </div>
      )}
      <p className="cp-help">{words.wayHelp(way)}</p>
      {measured !== null && (
        <div className="cp-finding">
          <p>
            {words.permuted(
              encoderOff,
              measured.difference < ALIKE_BELOW,
              powerOfTen(measured.difference, locale),
            )}
          </p>
          <p className="cp-help">{words.compared(measured.order)}</p>
        </div>
      )}
      <h4 className="cp-sub">{words.order}</h4>
      <WordOrder items={positions.words} onMove={positions.onMove} words={words} />
    </>
  );
}
