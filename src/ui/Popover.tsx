import { type ReactNode, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { placePopover } from './placePopover.ts';
import { tooltipText } from './shortcut.ts';

export interface PopoverProps {
  /** Name of the button and of the panel. */
  readonly label: string;
  readonly icon?: IconName;
  readonly iconOnly?: boolean;
  readonly short?: string;
  readonly keys?: string;
  readonly children: ReactNode;
}

/** A button that opens a small panel; Escape or a click elsewhere closes it (the browser's own popover). */
export function Popover(props: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const place = () => {
    if (!button.current || !panel.current) return;
    const viewport = { width: window.innerWidth, height: window.innerHeight };
    const at = placePopover(
      button.current.getBoundingClientRect(),
      panel.current.getBoundingClientRect(),
      viewport,
    );
    panel.current.style.left = `${at.left}px`;
    panel.current.style.top = `${at.top}px`;
  };
  const spoken = props.iconOnly || props.short !== undefined;
  return (
    <>
      <button
        type="button"
        ref={button}
        className="ui-button"
        data-look="plain"
        data-icon-only={props.iconOnly || undefined}
        popoverTarget={id}
        aria-expanded={open}
        aria-label={spoken ? props.label : undefined}
        aria-keyshortcuts={props.keys}
        title={tooltipText(props.label, props.keys)}
      >
        {props.icon ? <Icon name={props.icon} /> : null}
        {props.iconOnly ? null : <span>{props.short ?? props.label}</span>}
      </button>
      <section
        ref={panel}
        id={id}
        popover="auto"
        className="ui-popover"
        aria-label={props.label}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open') place();
        }}
      >
        {open ? props.children : null}
      </section>
    </>
  );
}
