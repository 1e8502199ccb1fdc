import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Name of the closing button. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel over the page that takes the focus until it is closed (the browser's own modal dialog). */
export function Dialog({ title, open, closeLabel, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="ui-dialog" aria-labelledby={heading} onClose={onClose}>
      {open ? (
        <>
          <header className="ui-dialog-head">
            <h2 id={heading}>{title}</h2>
            <Button label={closeLabel} icon="close" iconOnly look="quiet" keys="Escape" onPress={onClose} />
          </header>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
