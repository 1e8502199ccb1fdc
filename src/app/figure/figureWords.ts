import type { ModelCard } from '../../contract/index.ts';
import { isMessageKey, type Translator } from '../../i18n/index.ts';
import type { LabelledHead, ModelFigureWords } from '../../views/index.ts';

/** `touch`: for a screen without a shift key. */
export function figureWords(
  { t, formatNumber }: Translator,
  card: ModelCard | null,
  touch = false,
): ModelFigureWords {
  const layers = { encoder: card?.info.encoder.layers ?? 0, decoder: card?.info.decoder.layers ?? 0 };
  return {
    label: t('figure.label'),
    heading: card ? t('figure.heading', layers) : t('page.name'),
    hints: [t('figure.hintLive'), t(touch ? 'figure.hintTap' : 'figure.hintClick')],
    encoder: t('figure.encoder'),
    decoder: t('figure.decoder'),
    row: (kind, layer) => t(`figure.row.${kind}`, { layer }),
    addNorm: t('figure.addNorm'),
    addNormHelp: t('figure.addNormHelp'),
    feedForward: t('figure.feedForward'),
    feedForwardHelp: (width) => t('figure.feedForwardHelp', { width: formatNumber(width) }),
    nextWord: t('figure.nextWord'),
    source: t('figure.source'),
    target: t('figure.target'),
    feeds: t('figure.feeds'),
    layers: t('figure.layers'),
    layer: (layer) => t('figure.layer', { layer }),
    head: (kind, layer, head) => t(`head.name.${kind}`, { layer, head }),
    headShown: (kind, layer, head) => t(`head.shown.${kind}`, { layer, head }),
    chosen: t('head.chosen'),
    adding: t('figure.adding'),
    addOne: t('figure.addOne'),
    addSeveral: t('figure.addSeveral'),
  };
}

/** The model's head labels that there are words for. */
export function labelledHeads({ t }: Translator, card: ModelCard | null): readonly LabelledHead[] {
  return (card?.headLabels ?? []).flatMap((label) => {
    const key = `headLabel.${label.label}`;
    return isMessageKey(key) ? [{ ...label, text: t(key) }] : [];
  });
}
