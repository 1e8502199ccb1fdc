import { OFF_WAYS, type OffWay } from '../../contract/index.ts';
import { Button, Select, Switch, ToggleGroup } from '../../ui/index.ts';
import type { HeadAct, ShownHeadState } from '../shared/headStates.ts';
import { headOf } from './notes.ts';
import type { ChangePanelProps } from './props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

/** What the heads of the scope have in common; null where some are off and some on. */
function commonOff(states: readonly ShownHeadState[]): OffWay | 'on' | null {
  const ways = new Set(states.map(({ off }) => off ?? 'on'));
  return ways.size === 1 ? ([...ways][0] ?? 'on') : null;
}

/** Heads off in the model, and out of view. */
export function HeadsSection(props: ChangePanelProps) {
  const { heads, inScope, scope, t } = props;
  const of = scope;
  const states = inScope.map(heads.stateOf);
  const common = commonOff(states);
  const isOff = common !== 'on';
  const act = (what: HeadAct) => heads.onAct(what);
  const way = common === 'on' || common === null ? 'zero' : common;
  return (
    <>
      <p className="cp-about">{t('panel.heads.about')}</p>
      <ScopeChoice {...props} />
      <ToggleGroup
        label={t('panel.heads.inModel')}
        showLabel
        value={common === null ? 'some' : isOff ? 'off' : 'on'}
        options={[
          { value: 'on', label: t('panel.heads.on') },
          { value: 'off', label: t('panel.heads.off'), keys: 'x' },
          ...(common === null ? [{ value: 'some' as const, label: t('panel.heads.some') }] : []),
        ]}
        onChange={(value) => {
          if (value === 'on') act({ type: 'on', of });
          if (value === 'off') act({ type: 'off', way, of });
        }}
      />
      {isOff && (
        <Select
          label={t('panel.heads.gives')}
          value={way}
          options={OFF_WAYS.map((one) => ({ value: one, label: t(`panel.heads.gives.${one}`) }))}
          onChange={(one) => act({ type: 'off', way: one, of })}
        />
      )}
      <div className="cp-buttons">
        <Button
          label={t('changed.onlyThis')}
          onPress={() => act({ type: 'off', way: 'zero', of: 'others' })}
        />
        <Button
          label={t('changed.kindOn')}
          disabled={heads.off === 0}
          onPress={() => act({ type: 'on', of: 'kind' })}
        />
      </div>
      <Switch
        label={t('panel.heads.inView')}
        on={!heads.stateOf(headOf(props)).hidden}
        keys="h"
        onChange={(on) => act({ type: on ? 'show' : 'hide' })}
      />
    </>
  );
}
