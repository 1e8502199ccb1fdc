import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
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
  /** Quiet: words in the line of others, without a frame. */
  readonly look?: 'plain' | 'quiet';
  /** What around the button is to stay in sight, as a selector: the panel opens beside it where there is room. */
  readonly inSight?: string;
  readonly children: ReactNode;
}

/** A button that opens a small panel; Escape or a click elsewhere closes it (the browser's own popover). */
export function Popover(props: PopoverProps) {
  const { inSight } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [at, setAt] = useState<{ readonly left: number; readonly top: number } | null>(null);
  // The panel's size is known once its content is in it; until then it is open but not seen.
  useLayoutEffect(() => {
    const [anchor, content] = [button.current, panel.current];
    if (!open || !anchor || !content) return setAt(null);
    const place = () => {
      const viewport = { width: window.innerWidth, height: window.innerHeight };
      const kept = inSight === undefined ? null : anchor.closest(inSight);
      const next = placePopover(
        anchor.getBoundingClientRect(),
        content.getBoundingClientRect(),
        viewport,
        kept?.getBoundingClientRect() ?? null,
      );
      setAt((last) => (last?.left === next.left && last.top === next.top ? last : next));
    };
    place();
    // What is unfolded in it makes it larger.
    const watch = new ResizeObserver(place);
    watch.observe(content);
    return () => watch.disconnect();
  }, [open, inSight]);
  const spoken = props.iconOnly || props.short !== undefined;
  return (
    <>
      <button
        type="button"
        ref={button}
        className="ui-button"
        data-look={props.look ?? 'plain'}
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
        style={at ?? { left: 0, top: 0, visibility: 'hidden' }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open ? props.children : null}
      </section>
    </>
  );
}
