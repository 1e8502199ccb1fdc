import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface NoticeProps {
  /** `alarm` is read aloud at once; `note` when the reader is free. */
  readonly tone: 'note' | 'alarm';
  readonly children: ReactNode;
  /** What to do about it, usually one button. */
  readonly action?: ReactNode;
}

/** One line at the place it concerns: what happened, what to do, a button. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className="ui-notice" data-tone={tone} role={tone === 'alarm' ? 'alert' : 'status'}>
      {tone === 'alarm' ? <Icon name="warning" /> : null}
      <span>{children}</span>
      {action}
    </div>
  );
}
