/** Gradients: what an output word depends on, beside what is read. */
export const gradient = {
  'gradient.label': 'Weights and gradients',
  'gradient.noteLabel': 'Weights are not explanations',
  'gradient.row': 'Output word',
  'gradient.rowOf': '{row}. {word}',
  'gradient.candidate': 'log P of',
  'gradient.candidateOf': '{word} ({percent})',
  'gradient.about':
    'Left, how much is read; right, how much that counts for log P(“{word}”), to first order.',
  'gradient.aboutGradient': 'Left, how much is read; right, how log P(“{word}”) would grow with each weight.',
  'gradient.note':
    'Weights are not explanations: others may do as well (Jain & Wallace 2019; but Wiegreffe & Pinter 2019).',
  'gradient.placeHardly':
    '“{query}” reads “{key}” {weight} in {head}, but the word “{word}” hardly depends on it: {share} of what ' +
    'it draws from this row.',
  'gradient.place':
    '“{query}” reads “{key}” {weight} in {head}, but only {share} of what the word “{word}” draws from this ' +
    'row comes from there.',
  'gradient.instead': '{share} comes from “{key}”, read {weight}.',
  'gradient.both': '{first} {second}',
  'gradient.agree': 'For this word, every cell counts as much as it is read: weights and gradients agree.',
  'gradient.go': 'Show this cell',
  'gradient.waiting': 'computing the gradient …',
  'gradient.titleWeights': 'Weights α̂',
  'gradient.titleProduct': 'α̂ × gradient, of the head’s largest',
  'gradient.titleGradient': 'Gradient, of the head’s largest',
  'gradient.weigh': 'Beside the weights',
  'gradient.product': 'α̂ × gradient',
  'gradient.gradient': 'Gradient',
  'gradient.cell': '“{query}” reads “{key}”: α̂ {weight}, α̂ × gradient {influence} of the head’s largest.',
  'gradient.cellGradient': '“{query}” reads “{key}”: α̂ {weight}, gradient {influence} of the head’s largest.',
  'gradient.percentPoints': '{number} %',
  'gradient.hint': 'Point at a cell: both pictures show the same place.',
  'gradient.less': 'speaks against it',
  'gradient.more': 'speaks for it',
} as const;
