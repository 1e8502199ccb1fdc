import { useSyncExternalStore } from 'react';
import { LANGUAGES } from '../../contract/index.ts';
import { hasFailed, loadLanguage, resolveLanguage, watchLanguages } from '../../i18n/index.ts';
import { choiceOf } from '../../state/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import { useApp, useAskedLanguage, useHeadlight, useWords } from '../context.tsx';

/** A panel of one choice is done with once that is made; not while the arrow keys walk through it. */
function closeAfterPress(): void {
  if (document.activeElement?.matches(':focus-visible')) return;
  document.querySelector<HTMLElement>(':popover-open')?.hidePopover();
}

/** The languages, in the top bar. Stays open, and says so, when the words of one could not be fetched. */
export function LanguageChoice() {
  const t = useWords();
  const { act } = useHeadlight();
  const language = useApp((state) => choiceOf(state).language);
  const asked = useAskedLanguage();
  const failed = useSyncExternalStore(watchLanguages, () => hasFailed(asked));
  const speak = async (value: typeof language): Promise<void> => {
    act.set({ language: value });
    const next = resolveLanguage(value, navigator.languages);
    await loadLanguage(next);
    if (!hasFailed(next)) closeAfterPress();
  };
  return (
    <>
      <ToggleGroup
        label={t('settings.language')}
        showLabel
        value={language}
        options={LANGUAGES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
        onChange={(value) => void speak(value)}
      />
      {failed ? (
        <p className="app-quiet" role="status">
          {t('settings.language.failed')}
        </p>
      ) : null}
    </>
  );
}
