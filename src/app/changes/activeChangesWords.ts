import type { Translator } from '../../i18n/index.ts';
import type { ActiveChangesWords } from '../../views/index.ts';

/** What the list of changes says of itself. */
export function changesWords({ t }: Translator): ActiveChangesWords {
  return {
    label: t('changes.label'),
    more: (count) => t('changes.more', { count }),
    count: (count) => t('changes.count', { count }),
    all: t('changes.all'),
    remove: (change) => t('changes.remove', { change }),
    reset: t('changes.reset'),
    resetHelp: t('changes.resetHelp'),
    shown: t('changes.shown'),
    shownOption: (shown) => ({ label: t(`changes.shown.${shown}`), title: t(`changes.shown.${shown}Help`) }),
  };
}
