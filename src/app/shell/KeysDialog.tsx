import { useEffect, useRef } from 'react';
import { Dialog, Key } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { smoothingText } from '../target/smoothing.ts';
import { KEY_LIST } from './keys.ts';

/** Marks that stand on the page without a word of their own. */
const SIGN_LIST = [
  ['α̂', 'signs.weight'],
  ['▸', 'signs.start'],
  ['↵', 'signs.end'],
  ['␣', 'signs.blank'],
  [<span key="tie" className="app-sign-tie" />, 'signs.pieces'],
  ['it₂', 'signs.second'],
  [<span key="bar" className="app-sign-bar" />, 'signs.bars'],
  ['greedy', 'signs.greedy'],
] as const;

/** All keys, what each does, and what the page's signs mean. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords();
  const info = useApp((state) => state.card?.info ?? null);
  const signs = useRef<HTMLHeadingElement>(null);
  const { memory } = useHeadlight();
  useEffect(() => {
    if (open && memory.getState().helpAtSigns) signs.current?.scrollIntoView();
  }, [open, memory]);
  const sureness = smoothingText(t, info);
  return (
    <Dialog title={t('keys.title')} open={open} closeLabel={t('bar.close')} onClose={onClose}>
      <p className="app-quiet">{t('keys.help')}</p>
      <dl className="app-keys" data-columns="2">
        {KEY_LIST.map(([keys, name]) => (
          <div key={name}>
            <dt>
              <Key keys={keys} />
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <h3 className="app-signs" ref={signs}>
        {t('signs.title')}
      </h3>
      <dl className="app-keys">
        {SIGN_LIST.map(([sign, name]) => (
          <div key={name}>
            <dt>{sign}</dt>
            <dd>
              {t(name)}
              {name === 'signs.bars' && sureness !== null ? ` (${sureness})` : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="app-quiet app-note">{t('model.note')}</p>
    </Dialog>
  );
}
