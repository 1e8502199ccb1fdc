import { OFF_WAYS, type OffWay } from '../../contract/index.ts';
import { Button, Select, Switch, ToggleGroup } from '../../ui/index.ts';
import type { HeadAct, HeadState } from '../shared/headStates.ts';
import { headOf } from './notes.ts';
import type { ChangePanelProps } from './props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

/** What the chosen heads have in common; null where some are off and some on. */
function commonOff(states: readonly HeadState[]): OffWay | 'on' | null {
  const ways = new Set(states.map(({ off }) => off ?? 'on'));
  return ways.size === 1 ? ([...ways][0] ?? 'on') : null;
}

/** Heads off in the model, and out of view. */
export function HeadsSection(props: ChangePanelProps) {
  const { at, heads, scope } = props;
  const words = props.words.heads;
  const of = scope;
  const states = at.heads.map(heads.stateOf);
  const common = commonOff(states);
  const isOff = common !== 'on';
  const act = (what: HeadAct) => heads.onAct(what);
  const way = common === 'on' || common === null ? 'zero' : common;
  return (
    <>
      <p className="cp-about">{words.about}</p>
      <ScopeChoice {...props} />
      <ToggleGroup
        label={words.inModel}
        showLabel
        value={common === null ? 'some' : isOff ? 'off' : 'on'}
        options={[
          { value: 'on', label: words.on },
          { value: 'off', label: words.offShort, keys: 'x' },
          ...(common === null ? [{ value: 'some' as const, label: words.some }] : []),
        ]}
        onChange={(value) => {
          if (value === 'on') act({ type: 'on', of });
          if (value === 'off') act({ type: 'off', way, of });
        }}
      />
      {isOff && (
        <Select
          label={words.gives}
          value={way}
          options={OFF_WAYS.map((one) => ({ value: one, label: words.off(one) }))}
          onChange={(one) => act({ type: 'off', way: one, of })}
        />
      )}
      <div className="cp-buttons">
        <Button label={words.onlyThis} onPress={() => act({ type: 'off', way: 'zero', of: 'others' })} />
        <Button
          label={words.kindOn}
          disabled={heads.off === 0}
          onPress={() => act({ type: 'on', of: 'kind' })}
        />
      </div>
      <Switch
        label={words.inView}
        on={!heads.stateOf(headOf(props).head).hidden}
        keys="h"
        onChange={(on) => act({ type: on ? 'show' : 'hide' })}
      />
    </>
  );
}
