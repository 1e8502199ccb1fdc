import { useCallback, useRef, useState } from 'react';
import type { Translate } from '../../i18n/index.ts';
import { Button, Menu } from '../../ui/index.ts';
import { actOf, actOfKey, type HeadAct, headMenu, type ShownHeadState } from '../shared/headStates.ts';
import './HeadSwitch.css';

export interface HeadSwitchProps {
  /** Of the chosen head; of several, what they have in common. */
  readonly state: ShownHeadState;
  /** Its name, for the menu's. */
  readonly name: string;
  readonly onAct: (act: HeadAct) => void;
  readonly t: Translate<'changed'>;
  /** On a narrow screen: the menu alone. */
  readonly compact?: boolean;
}

/** Beside the chosen head's title: off and back on, and in its menu all else that can be done to it. */
export function HeadSwitch({ state, name, onAct, t, compact = false }: HeadSwitchProps) {
  const more = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const close = useCallback(() => setAnchor(null), []);
  const off = state.off !== null;
  const toggle = () => {
    const act = actOfKey('x', state);
    if (act) onAct(act);
  };
  return (
    <span className="hs-root" data-view="head-switch">
      {compact ? null : (
        <Button
          label={t(off ? 'changed.turnOn' : 'changed.turnOff')}
          keys="x"
          look={off ? 'plain' : 'quiet'}
          onPress={toggle}
        />
      )}
      <Button
        ref={more}
        label={t('changed.menu', { head: name })}
        icon="more"
        iconOnly
        look="quiet"
        onPress={() => setAnchor(more.current?.getBoundingClientRect() ?? null)}
      />
      {anchor ? (
        <Menu
          label={t('changed.menu', { head: name })}
          items={headMenu(state, t)}
          anchor={anchor}
          onChoose={(id) => {
            close();
            const act = actOf(id);
            if (act) onAct(act);
          }}
          onClose={close}
        />
      ) : null}
    </span>
  );
}
