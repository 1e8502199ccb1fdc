import type { ReactNode } from 'react';
import { FailureNotice, type FailureNoticeProps } from './FailureNotice.tsx';

export interface PaneBodyProps extends FailureNoticeProps {
  /** Numbers of the newest picture are on their way; until they are there the last ones stay. */
  readonly busy: boolean;
  readonly children: ReactNode;
}

/** A view whose numbers are asked for. */
export function PaneBody({ busy, failure, onAgain, children }: PaneBodyProps) {
  return (
    <div className="app-pane-body" aria-busy={busy && failure === null}>
      <FailureNotice failure={failure} onAgain={onAgain} />
      {children}
    </div>
  );
}
