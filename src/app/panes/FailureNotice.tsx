import type { SessionFailure } from '../../contract/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { useWords } from '../context.tsx';

export interface FailureNoticeProps {
  /** Why numbers do not come; null while nothing is wrong. */
  readonly failure: SessionFailure | null;
  /** Tries again. */
  readonly onAgain: () => void;
}

/** Numbers that were asked for and do not come. */
export function FailureNotice({ failure, onAgain }: FailureNoticeProps) {
  const t = useWords();
  if (failure === null) return null;
  return (
    <Notice tone="alarm" action={<Button label={t('error.retry')} icon="retry" onPress={onAgain} />}>
      <span title={failure.message}>{t('view.failed')}</span>
    </Notice>
  );
}
