import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { Button, Popover } from '../../ui/index.ts';
import { useHeadlight, useWords } from '../context.tsx';
import { ExamplesButton } from '../examples/ExamplesButton.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { ThemeChoice } from './SettingsPopover.tsx';
import { ShareFields, SharePopover } from './SharePopover.tsx';

/** Steps there are to undo and to redo. */
function useSteps(): { readonly past: number; readonly future: number } {
  const { temporal } = useHeadlight().store;
  const past = useSyncExternalStore(temporal.subscribe, () => temporal.getState().pastStates.length);
  const future = useSyncExternalStore(temporal.subscribe, () => temporal.getState().futureStates.length);
  return { past, future };
}

function UndoButton() {
  const t = useWords();
  const { act } = useHeadlight();
  const { past } = useSteps();
  return (
    <Button
      label={t('bar.undo')}
      icon="undo"
      iconOnly
      keys="Control+Z"
      disabled={past === 0}
      onPress={act.undo}
    />
  );
}

function RedoButton() {
  const t = useWords();
  const { act } = useHeadlight();
  const { future } = useSteps();
  return (
    <Button
      label={t('bar.redo')}
      icon="redo"
      iconOnly
      keys="Control+Shift+Z"
      disabled={future === 0}
      onPress={act.redo}
    />
  );
}

/** A phone has room for undo; the rest waits behind one button. */
function PhoneTools() {
  const t = useWords();
  return (
    <>
      <ExamplesButton compact />
      <UndoButton />
      <RedoButton />
      <Popover label={t('bar.more')} icon="more" iconOnly>
        <LanguageChoice />
        <ThemeChoice />
        <ShareFields />
      </Popover>
    </>
  );
}

function PresentButton() {
  const t = useWords();
  const { act } = useHeadlight();
  return (
    <Button
      label={t('bar.present')}
      icon="present"
      iconOnly
      keys="p"
      onPress={() => act.set({ presenting: 'on' })}
    />
  );
}

function DeskTools({ onHelp }: { readonly onHelp: () => void }) {
  const t = useWords();
  return (
    <>
      <ExamplesButton compact={false} />
      <UndoButton />
      <RedoButton />
      <PresentButton />
      <SharePopover />
      <Popover label={t('bar.language')} short={t('bar.languageShort')}>
        <LanguageChoice />
      </Popover>
      <Popover label={t('bar.theme')} icon="theme" iconOnly>
        <ThemeChoice />
      </Popover>
      <Button label={t('bar.keys')} icon="keys" iconOnly keys="?" onPress={onHelp} />
    </>
  );
}

/** Name, sentence, and the page's controls. */
export function TopBar(props: {
  readonly children: ReactNode;
  readonly phone: boolean;
  readonly onHelp: () => void;
}) {
  const t = useWords();
  return (
    <header className="app-top">
      <h1 className="app-name">
        <span className="app-lamp" aria-hidden="true" />
        {t('page.name')}
      </h1>
      <div className="app-sentence">{props.children}</div>
      <nav className="app-tools" aria-label={t('bar.label')}>
        {props.phone ? <PhoneTools /> : <DeskTools onHelp={props.onHelp} />}
      </nav>
    </header>
  );
}
