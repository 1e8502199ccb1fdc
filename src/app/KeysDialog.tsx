import { Dialog, Key } from '../ui/index.ts';
import { useWords } from './context.tsx';
import { KEY_LIST } from './keys.ts';

/** All keys, and what each does. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('keys.title')} open={open} closeLabel={t('bar.close')} onClose={onClose}>
      <p className="app-quiet">{t('keys.help')}</p>
      <dl className="app-keys">
        {KEY_LIST.map(([keys, name]) => (
          <div key={name}>
            <dt>
              <Key keys={keys} />
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <p className="app-quiet app-note">{t('model.note')}</p>
    </Dialog>
  );
}
