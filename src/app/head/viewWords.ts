import type { AttentionKind } from '../../contract/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { AttentionMatrixWords, ReadingPanelWords, TokenArcsWords } from '../../views/index.ts';

/** The words of the large panel's views for one translator and title; made once, so that views need not draw again. */
export interface HeadWords {
  readonly matrix: AttentionMatrixWords;
  readonly arcs: TokenArcsWords;
  readonly reading: ReadingPanelWords;
}

function matrixWords({ t }: Translator, title: string, kind: AttentionKind): AttentionMatrixWords {
  return {
    name: t('heatmap.label', { title }),
    rowsAxis: t(kind === 'encoder' ? 'heatmap.axisRow' : 'heatmap.axisRowAfter'),
    columnsAxis: t('heatmap.axisColumn'),
    masked: t('heatmap.maskedShort'),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
    cellSpoken: ({ query, key, percent, rank, count, masked }) =>
      masked
        ? t('heatmap.masked', { query, key })
        : t('heatmap.cellRank', { query, key, percent, rank, count }),
    pinnedSpoken: (cell) => `${t('heatmap.pinned')}: ${cell}`,
  };
}

function arcsWords({ t, language }: Translator, title: string): TokenArcsWords {
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return {
    name: t('arcs.label', { title }),
    rowsAxis: t('arcs.readingAfter'),
    columnsAxis: t('arcs.read'),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
    wordSpoken: (word, reads) =>
      t('arcs.word', {
        word,
        reads: list.format(reads.map((read) => t('reading.row', { word: read.word, percent: read.percent }))),
      }),
  };
}

function readingWords({ t }: Translator, hints: boolean): ReadingPanelWords {
  return {
    reads: (word) => t('reading.title', { word }),
    rest: (count, percent) => t('reading.more', { count, percent }),
    exact: (query, key, value) => t('reading.cell', { query, key, value }),
    occurrence: (n) => t('reading.nth', { n }),
    masked: t('heatmap.maskedShort'),
    nothing: t('reading.hint'),
    hints: hints ? [t('heatmap.pinHelp')] : [],
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}

export function headWords(
  words: Translator,
  title: string,
  hints: boolean,
  kind: AttentionKind = 'encoder',
): HeadWords {
  return {
    matrix: matrixWords(words, title, kind),
    arcs: arcsWords(words, title),
    reading: readingWords(words, hints),
  };
}
