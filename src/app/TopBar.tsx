import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { Button } from '../ui/index.ts';
import { useHeadlight, useWords } from './context.tsx';
import { LanguagePopover, ThemePopover } from './SettingsPopover.tsx';
import { SharePopover } from './SharePopover.tsx';

/** Steps there are to undo and to redo. */
function useSteps(): { readonly past: number; readonly future: number } {
  const { temporal } = useHeadlight().store;
  const past = useSyncExternalStore(temporal.subscribe, () => temporal.getState().pastStates.length);
  const future = useSyncExternalStore(temporal.subscribe, () => temporal.getState().futureStates.length);
  return { past, future };
}

/** Name, sentence, and the page's controls. */
export function TopBar(props: { readonly children: ReactNode; readonly onHelp: () => void }) {
  const { t } = useWords();
  const { act } = useHeadlight();
  const { past, future } = useSteps();
  return (
    <header className="app-top">
      <h1 className="app-name">
        <span className="app-lamp" aria-hidden="true" />
        {t('page.name')}
      </h1>
      <div className="app-sentence">{props.children}</div>
      <nav className="app-tools" aria-label={t('bar.label')}>
        <Button
          label={t('bar.undo')}
          icon="undo"
          iconOnly
          keys="Control+Z"
          disabled={past === 0}
          onPress={act.undo}
        />
        <Button
          label={t('bar.redo')}
          icon="redo"
          iconOnly
          keys="Control+Shift+Z"
          disabled={future === 0}
          onPress={act.redo}
        />
        <SharePopover />
        <LanguagePopover />
        <ThemePopover />
        <Button label={t('bar.keys')} icon="keys" iconOnly keys="?" onPress={props.onHelp} />
      </nav>
    </header>
  );
}
