import { useCallback, useRef, useState } from 'react';
import { Button, Menu } from '../../ui/index.ts';
import {
  actOf,
  actOfKey,
  type HeadAct,
  type HeadState,
  type HeadStateWords,
  headMenu,
} from '../shared/headStates.ts';
import './HeadSwitch.css';

export interface HeadSwitchWords extends HeadStateWords {
  /** On the button of a head that is on, and of one that is off. */
  readonly turnOff: string;
  readonly turnOn: string;
}

export interface HeadSwitchProps {
  /** Of the chosen head; of several, what they have in common. */
  readonly state: HeadState;
  /** Its name, for the menu's. */
  readonly name: string;
  readonly onAct: (act: HeadAct) => void;
  readonly words: HeadSwitchWords;
  /** On a narrow screen: the menu alone. */
  readonly compact?: boolean;
}

/** Beside the chosen head's title: off and back on, and in its menu all else that can be done to it. */
export function HeadSwitch({ state, name, onAct, words, compact = false }: HeadSwitchProps) {
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
          label={off ? words.turnOn : words.turnOff}
          keys="x"
          look={off ? 'plain' : 'quiet'}
          onPress={toggle}
        />
      )}
      <Button
        ref={more}
        label={words.menu(name)}
        icon="more"
        iconOnly
        look="quiet"
        onPress={() => setAnchor(more.current?.getBoundingClientRect() ?? null)}
      />
      {anchor ? (
        <Menu
          label={words.menu(name)}
          items={headMenu(state, words)}
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
