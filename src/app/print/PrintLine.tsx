import './print.css';
import { useWords } from '../context.tsx';
import { useExplorerLink } from '../shell/useExplorerLink.ts';

/** On paper alone: where this picture can be found alive. */
export function PrintLine() {
  const t = useWords();
  return <p className="print-line">{t('page.printed', { address: useExplorerLink() })}</p>;
}
