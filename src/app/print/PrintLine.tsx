import './print.css';
import { useApp, useWords } from '../context.tsx';
import { explorerAddress } from '../shell/shareLink.ts';

/** On paper alone: where this picture can be found alive. */
export function PrintLine() {
  const t = useWords();
  const address = useApp((state) => explorerAddress(state, window.location.href));
  return <p className="print-line">{t('page.printed', { address })}</p>;
}
