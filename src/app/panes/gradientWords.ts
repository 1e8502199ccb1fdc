import type { Translator } from '../../i18n/index.ts';
import { signedPercent } from '../../layout/index.ts';
import type { GradientWords } from '../../views/index.ts';

type Place = Parameters<GradientWords['place']>[0];

function placeText({ t }: Translator, { hardly, instead, ...place }: Place): string {
  const first = t(hardly ? 'gradient.placeHardly' : 'gradient.place', { ...place });
  return instead === null
    ? first
    : t('gradient.both', { first, second: t('gradient.instead', { ...instead }) });
}

/** The strings of weights and gradients. */
export function gradientWords(translator: Translator): GradientWords {
  const { t, formatPercent, formatShare, language } = translator;
  return {
    label: t('gradient.label'),
    noteLabel: t('gradient.noteLabel'),
    row: t('gradient.row'),
    rowOf: (word, row) => t('gradient.rowOf', { word, row }),
    candidate: t('gradient.candidate'),
    candidateOf: (word, probability) =>
      t('gradient.candidateOf', { word, percent: formatShare(probability) }),
    about: (word, weigh) => t(weigh === 'product' ? 'gradient.about' : 'gradient.aboutGradient', { word }),
    note: t('gradient.note'),
    head: (kind, layer, head) => t(`head.name.${kind}`, { layer, head }),
    place: (place) => placeText(translator, place),
    agree: t('gradient.agree'),
    go: t('gradient.go'),
    waiting: t('gradient.waiting'),
    percent: (share) => formatPercent(share),
    points: (share) => t('gradient.percentPoints', { number: signedPercent(share, language) }),
    titleWeights: t('gradient.titleWeights'),
    titleInfluence: { product: t('gradient.titleProduct'), gradient: t('gradient.titleGradient') },
    weigh: t('gradient.weigh'),
    weighs: { product: t('gradient.product'), gradient: t('gradient.gradient') },
    cell: (cell, weigh) => t(weigh === 'product' ? 'gradient.cell' : 'gradient.cellGradient', { ...cell }),
    hint: t('gradient.hint'),
    legendLess: t('gradient.less'),
    legendMore: t('gradient.more'),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}
