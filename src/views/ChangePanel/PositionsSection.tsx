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

/** What the words in another order gave: the same but for rounding (`alike`), and whether positions were off. */
function permutedKey(off: boolean, alike: boolean) {
  if (!off) return 'panel.positions.permutedOn';
  return alike ? 'panel.positions.permutedOff' : 'panel.positions.permutedStill';
}

/** What tells the model where a word stands: on, off, shifted or shuffled; and the words in another order. */
export function PositionsSection(props: ChangePanelProps) {
  const { at, changes, onPut, onTakePositions, drawSeed, positions, t } = props;
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
      <p className="cp-about">{t('panel.positions.about')}</p>
      <ToggleGroup
        label={t('panel.positions.part')}
        showLabel
        value={part}
        options={PARTS.map((value) => ({ value, label: t(`panel.positions.${value}`) }))}
        onChange={setPart}
      />
      <ToggleGroup
        label={t('panel.positions.positions')}
        showLabel
        value={way}
        options={WAYS.map((value) => ({ value, label: t(`panel.positions.${value}`) }))}
        onChange={choose}
      />
      {way === 'shifted' && (
        <NumberField
          label={t('panel.positions.by')}
          value={base.by}
          min={-FARTHEST}
          max={FARTHEST}
          lessLabel={t('panel.less')}
          moreLabel={t('panel.more')}
          onChange={(by) => onPut({ ...base, way: 'shifted', by })}
        />
      )}
      {way === 'shuffled' && (
        <div className="cp-row">
          <Button
            label={t('panel.positions.draw')}
            icon="retry"
            onPress={() => onPut({ ...base, way: 'shuffled', seed: drawSeed() })}
          />
          <span className="cp-help">{t('panel.positions.seed', { seed: String(base.seed) })}</span>
        </div>
      )}
      <p className="cp-help">{t(`panel.positions.help.${way}`)}</p>
      {measured !== null && (
        <div className="cp-finding">
          <p>
            {t(permutedKey(encoderOff, measured.difference < ALIKE_BELOW), {
              difference: powerOfTen(measured.difference, t.language),
            })}
          </p>
          <p className="cp-help">{t('panel.positions.compared', { order: measured.order })}</p>
        </div>
      )}
      <h4 className="cp-sub">{t('panel.positions.order')}</h4>
      <WordOrder items={positions.words} onMove={positions.onMove} t={t} />
    </>
  );
}
