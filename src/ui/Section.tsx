import { type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';

export interface SectionProps {
  readonly title: string;
  /** Beside the title, quiet: what is chosen in it, such as `window 3`; nothing while nothing is. */
  readonly note?: string | null;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ReactNode;
}

/** One thing, folded away until it is asked for. */
export function Section({ title, note, open, onToggle, children }: SectionProps) {
  const id = useId();
  return (
    <section className="ui-section" data-open={open || undefined}>
      <h3>
        <button
          type="button"
          className="ui-section-head"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => onToggle(!open)}
        >
          <Icon name={open ? 'down' : 'right'} />
          <span className="ui-section-title">{title}</span>
          {note ? <span className="ui-section-note">{note}</span> : null}
        </button>
      </h3>
      {open ? (
        <div className="ui-section-body" id={id}>
          {children}
        </div>
      ) : null}
    </section>
  );
}
