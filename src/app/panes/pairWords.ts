import type { Translator } from '../../i18n/index.ts';
import { signedPercent } from '../../layout/index.ts';
import type { PairCell, PairViewWords } from '../../views/index.ts';

function cellText({ t }: Translator, { query, key, a, b, difference }: PairCell): string {
  const known = { query, key, a: a ?? t('pair.noCell'), b: b ?? t('pair.noCell') };
  return difference === null ? t('pair.cellOne', known) : t('pair.cell', { ...known, difference });
}

/** The strings of a comparison of two. */
export function pairWords(translator: Translator): PairViewWords {
  const { t, formatPercent, language } = translator;
  return {
    label: t('pair.label'),
    mode: t('pair.mode'),
    modeName: (mode) => t(`pair.${mode}`),
    show: t('pair.show'),
    showName: (show) => t(`pair.${show}`),
    second: t('pair.second'),
    secondPlaceholder: t('pair.secondPlaceholder'),
    secondHead: t('pair.secondHead'),
    headOf: (layer, head) => t('time.head', { layer, head }),
    english: t('pair.english'),
    french: t('pair.french'),
    nothing: t('pair.nothing'),
    differs: (a, b) => t('pair.differs', { a, b }),
    titleA: t('pair.titleA'),
    titleB: t('pair.titleB'),
    titleDifference: t('pair.titleDifference'),
    titleHead: (side, layer, head) => t('pair.titleHead', { side, layer, head }),
    percent: (share) => formatPercent(share),
    points: (difference) => signedPercent(difference, language),
    cell: (cell) => cellText(translator, cell),
    hint: (mode) => t(mode === 'heads' ? 'pair.hintHeads' : 'pair.hint'),
    same: t('pair.same'),
    legendLess: t('pair.less'),
    legendMore: t('pair.more'),
    waiting: t('pair.waiting'),
    none: t('pair.none'),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}
