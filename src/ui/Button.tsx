import type { Ref } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { tooltipText } from './shortcut.ts';

export interface ButtonProps {
  /** Its name: read aloud, in the tooltip, and written unless `iconOnly`. */
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: IconName;
  readonly iconOnly?: boolean;
  /** As `aria-keyshortcuts` writes it: `Control+Z`. Shown in the tooltip. */
  readonly keys?: string;
  /** What to write on the button where the name is too long: `EN`. */
  readonly short?: string;
  /** A longer explanation, hovering, in the place of the name. */
  readonly title?: string;
  /** Present for a button that is on or off. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly look?: 'plain' | 'quiet' | 'strong';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A press, with its name and its key. */
export function Button(props: ButtonProps) {
  const { label, icon, iconOnly = false, keys, short, pressed, disabled = false, look = 'plain' } = props;
  const spoken = iconOnly || short !== undefined;
  return (
    <button
      type="button"
      className="ui-button"
      data-look={look}
      data-icon-only={iconOnly || undefined}
      aria-label={spoken ? label : undefined}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      title={props.title || spoken || keys ? tooltipText(props.title ?? label, keys) : undefined}
      disabled={disabled}
      onClick={props.onPress}
      ref={props.ref}
    >
      {icon ? <Icon name={icon} /> : null}
      {iconOnly ? null : <span>{short ?? label}</span>}
    </button>
  );
}
