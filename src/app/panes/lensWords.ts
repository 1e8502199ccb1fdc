import type { Translator } from '../../i18n/index.ts';
import type { LogitLensWords } from '../../views/index.ts';

/** The strings of the logit lens. */
export function lensWords({ t, formatShare, formatNumber }: Translator): LogitLensWords {
  return {
    label: t('lens.label'),
    about: t('lens.about'),
    written: t('lens.written'),
    after: t('lens.after'),
    layer: (layer) => t('lens.layer', { layer }),
    percent: formatShare,
    rank: (rank) => (rank === 1 ? t('lens.rankFirst') : t('lens.rank', { rank: formatNumber(rank) })),
    cell: ({ layer, after, guess, percent, final, rank }) =>
      rank === 1
        ? t('lens.cellFirst', { layer, after, guess, percent })
        : t('lens.cell', { layer, after, guess, percent, final, rank: formatNumber(rank) }),
    settled: (word, layer) =>
      layer === null ? t('lens.unsettled', { word }) : t('lens.settled', { word, layer }),
    hint: t('lens.hint'),
    legend: {
      title: t('lens.legend'),
      largest: t('legend.largest'),
      perRow: t('legend.perRow'),
      masked: t('legend.masked'),
    },
    waiting: t('lens.waiting'),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}
