import type { HeadAt } from '../../contract/index.ts';
import { Popover } from '../../ui/index.ts';
import { useApp, useWords } from '../context.tsx';
import { labelText } from '../figure/labelledHeads.ts';
import { labelOfHead } from './headTitle.ts';
import './HeadNote.css';

/** What the numbers behind a head's label are, and what the training had to do with it: one press away. */
function AboutLabel({ at }: { readonly at: HeadAt }) {
  const t = useWords();
  const label = useApp((state) => labelOfHead(state, at));
  const { share, training } = label ?? {};
  if (label === null || (share === undefined && training === undefined)) return null;
  return (
    <Popover label={t('head.aboutLabel')} short={training ? t(`head.${training}`) : '?'}>
      <div className="head-about">
        <p>{labelText(t, label)}</p>
        {training ? <p>{t(`head.about.${training}`)}</p> : null}
        {share === undefined ? null : <p>{t('head.about.share', { percent: t.percent(share) })}</p>}
        <p>{t('head.about.here')}</p>
      </div>
    </Popover>
  );
}

/**
 * The line beneath a head's title: what it does on this sentence first, then, where there is room, in tests. Always one
 * line, so that nothing beneath moves while one types; the whole of it is said at a press.
 */
export function HeadNote(props: { readonly note: string | null; readonly at: HeadAt | null }) {
  const { note, at } = props;
  return (
    <div className="app-quiet head-note">
      <span className="head-note-text">{note ?? '\u00a0'}</span>
      {at ? <AboutLabel at={at} /> : null}
    </div>
  );
}
