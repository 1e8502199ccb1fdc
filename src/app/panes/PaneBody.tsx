import type { ReactNode } from 'react';
import type { SessionFailure } from '../../contract/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { useWords } from '../context.tsx';

export interface PaneBodyProps {
  /** Numbers of the newest picture are on their way; until they are there the last ones stay. */
  readonly busy: boolean;
  /** Why they do not come, and the way to try again. */
  readonly failure: SessionFailure | null;
  readonly onAgain: () => void;
  readonly children: ReactNode;
}

/** A view whose numbers are asked for. */
export function PaneBody({ busy, failure, onAgain, children }: PaneBodyProps) {
  const t = useWords();
  return (
    <div className="app-pane-body" aria-busy={busy && failure === null}>
      {failure === null ? null : (
        <Notice tone="alarm" action={<Button label={t('error.retry')} icon="retry" onPress={onAgain} />}>
          <span title={failure.message}>{t('view.failed')}</span>
        </Notice>
      )}
      {children}
    </div>
  );
}
