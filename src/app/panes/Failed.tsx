import type { SessionFailure } from '../../contract/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { useWords } from '../context.tsx';

/** Above a view whose numbers could not be computed: that, and the way to try again. */
export function Failed({
  failure,
  onAgain,
}: {
  readonly failure: SessionFailure | null;
  readonly onAgain: () => void;
}) {
  const { t } = useWords();
  if (failure === null) return null;
  return (
    <Notice tone="alarm" action={<Button label={t('error.retry')} icon="retry" onPress={onAgain} />}>
      <span title={failure.message}>{t('view.failed')}</span>
    </Notice>
  );
}
