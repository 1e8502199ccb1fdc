import { OFF_WAYS, type OffWay } from '../../contract/index.ts';
import { Button, Select, Switch, ToggleGroup } from '../../ui/index.ts';
import type { HeadAct } from '../shared/headStates.ts';
import { commonOf, headOf, MIXED } from './notes.ts';
import type { ChangePanelProps } from './props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

/** Heads off in the model, and out of view. */
export function HeadsSection(props: ChangePanelProps) {
  const { heads, scope: of, t } = props;
  const common = commonOf(props, ({ off }): OffWay | 'on' => off ?? 'on');
  const isOff = common !== 'on';
  const act = (what: HeadAct) => heads.onAct(what);
  const way = common === 'on' || common === MIXED ? 'zero' : common;
  return (
    <>
      <p className="cp-about">{t('panel.heads.about')}</p>
      <ScopeChoice {...props} />
      <ToggleGroup
        label={t('panel.heads.inModel')}
        showLabel
        value={common === MIXED ? 'some' : isOff ? 'off' : 'on'}
        options={[
          { value: 'on', label: t('panel.heads.on') },
          { value: 'off', label: t('panel.heads.off'), keys: 'x' },
          ...(common === MIXED ? [{ value: 'some' as const, label: t('panel.heads.some') }] : []),
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
