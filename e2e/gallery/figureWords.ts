import type { ModelInfo } from '../../src/contract/index.ts';
import type { Translator } from '../../src/i18n/index.ts';
import type { ModelFigureWords, SentenceFieldWords, TranslationWords } from '../../src/views/index.ts';

export function figureWords({ t, formatNumber }: Translator, info: ModelInfo): ModelFigureWords {
  const rows = {
    encoder: 'figure.row.encoder',
    decoder: 'figure.row.decoder',
    cross: 'figure.row.cross',
  } as const;
  const heads = {
    encoder: 'head.name.encoder',
    decoder: 'head.name.decoder',
    cross: 'head.name.cross',
  } as const;
  return {
    label: t('figure.label'),
    heading: t('figure.heading', { encoder: info.encoder.layers, decoder: info.decoder.layers }),
    hints: [t('figure.hintLive'), t('figure.hintClick')],
    encoder: t('figure.encoder'),
    decoder: t('figure.decoder'),
    row: (kind, layer) => t(rows[kind], { layer }),
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
    head: (kind, layer, head) => t(heads[kind], { layer, head }),
    headShown: (kind, layer, head) => t(`head.shown.${kind}`, { layer, head }),
    chosen: t('head.chosen'),
    adding: t('figure.adding'),
    addOne: t('figure.addOne'),
    addSeveral: t('figure.addSeveral'),
  };
}

export const sentenceWords = ({ t }: Translator): SentenceFieldWords => ({
  label: t('sentence.label'),
  placeholder: t('sentence.placeholder'),
});

export function translationWords({ t, formatShare }: Translator, target: string | null): TranslationWords {
  const how = target === null ? 'translation.how' : 'translation.howOwn';
  return {
    label: t('translation.label'),
    heading: t('translation.heading'),
    how: t(how, { milliseconds: '9.4', backend: 'wasm' }),
    typeOwn: t('translation.typeOwn'),
    backToModel: t('translation.backToModel'),
    ownLabel: t('translation.ownLabel'),
    ownPlaceholder: t('translation.ownPlaceholder'),
    hint: t('translation.hint'),
    empty: t('translation.empty'),
    end: t('translation.end'),
    earlier: t('translation.earlier'),
    later: t('translation.later'),
    was: (before) => (before === null ? t('translation.wasNothing') : t('translation.was', { word: before })),
    percent: formatShare,
    token: (word, share, best) => {
      const percent = formatShare(share);
      return best === null
        ? t('translation.token', { word, percent })
        : t('translation.tokenOther', { word, percent, best });
    },
  };
}
