import type { HeadMeasure } from '../../contract/index.ts';
import type { Translator } from '../../i18n/index.ts';
import { unitOf } from '../../layout/index.ts';
import type { HeadFinderWords } from '../../views/index.ts';

/** A measure's number with its unit: shares as per cent, distances in tokens, entropies in bits, effects in nats. */
function valueText(
  { t, formatPercent, formatNumber }: Translator,
  measure: HeadMeasure,
  value: number,
): string {
  const unit = unitOf(measure);
  if (unit === 'share') return formatPercent(value);
  const digits = { tokens: 1, bits: 2, nats: 3 }[unit];
  const number = formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return t(`finder.${unit}`, { number });
}

/** The strings of the head finder. */
export function finderWords(translator: Translator): HeadFinderWords {
  const { t, language } = translator;
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return {
    label: t('finder.label'),
    measure: t('finder.measure'),
    measureName: (measure) => t(`finder.${measure}`),
    measureHelp: (measure) => t(`finder.${measure}Help`),
    order: t('finder.order'),
    orderName: (order) => t(`finder.${order}`),
    kinds: t('finder.kinds'),
    kindName: (kind) => t(`finder.kind.${kind}`),
    layer: t('finder.layer'),
    allLayers: t('finder.allLayers'),
    layerName: (layer) => t('figure.layer', { layer }),
    from: t('finder.from'),
    to: t('finder.to'),
    english: t('finder.english'),
    french: t('finder.french'),
    wordNumber: (word, n) => t('finder.wordNumber', { word, n }),
    list: (count) => t('finder.list', { count }),
    head: (kind, layer, head) => t(`head.name.${kind}`, { layer, head }),
    headShown: (kind, layer, head) => t(`head.shown.${kind}`, { layer, head }),
    value: (measure, value) => valueText(translator, measure, value),
    row: (head, value, notes) => list.format([t('finder.row', { head, value }), ...notes]),
    strongest: (query, key) => t('finder.strongestCell', { query, key }),
    mostAt: (word) => t('finder.mostAt', { word }),
    without: (measure, count) => t(measure === 'effect' ? 'finder.notYet' : 'finder.without', { count }),
    none: t('finder.none'),
    measureAll: (count) => t('finder.measureAll', { count }),
    cancel: t('finder.cancel'),
    progress: (done, total) => t('finder.progress', { done, total }),
    plot: t('finder.plot'),
    plotX: t('finder.plotX'),
    plotY: t('finder.plotY'),
    point: (head, distance, entropy) => t('finder.point', { head, distance, entropy }),
    pointShown: (distance, entropy) => t('finder.pointShown', { distance, entropy }),
    name: (head) => t('finder.name', { head }),
    namePlaceholder: t('finder.namePlaceholder'),
    open: t('finder.open'),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}
