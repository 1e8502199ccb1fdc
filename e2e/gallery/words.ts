import type { AttentionMatrixWords, ReadingPanelWords, TokenArcsWords } from '../../src/views/index.ts';

const marks = { startMark: 'start mark', endMark: 'end mark' };

export const matrixWords: AttentionMatrixWords = {
  ...marks,
  name: 'Attention weights',
  rowsAxis: 'this word reads →',
  columnsAxis: '… this word ↓',
  masked: 'may not look ahead',
  cellSpoken: (c) =>
    c.masked
      ? `${c.query} may not look ahead at ${c.key}`
      : `${c.query} reads ${c.key}: ${c.percent}, number ${c.rank} of ${c.count}`,
  pinnedSpoken: (cell) => `Pinned: ${cell}`,
};

export const arcsWords: TokenArcsWords = {
  ...marks,
  name: 'Attention arcs',
  rowsAxis: 'this word reads',
  columnsAxis: '… these words',
  wordSpoken: (word, reads) => `${word} reads ${reads.map((r) => `${r.word} ${r.percent}`).join(', ')}`,
};

export const readingWords: ReadingPanelWords = {
  ...marks,
  reads: (word) => `“${word}” reads`,
  rest: (count, percent) => `${count} others ${percent}`,
  exact: (query, key, number) => `${query} → ${key}: ${number}`,
  occurrence: (n) => `number ${n} in the sentence`,
  masked: 'may not look ahead',
  nothing: 'Point at a cell: here stands what its word reads.',
  hints: ['Enter: pin this cell', 'Esc: un-pin'],
};
