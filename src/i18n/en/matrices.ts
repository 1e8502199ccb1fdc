/** The matrix view. */
export const matrices = {
  'matrices.label': 'The head as matrices',
  'matrices.sentence':
    'Every row is a word on its own way from left to right. No row waits for another, so all of them are ' +
    'computed in parallel.',
  'matrices.sentenceCross':
    'Every row is a French word on its own way from left to right; K and V are made of E, the encoder’s ' +
    'output for the English words. No row waits for another, so all of them are computed in parallel.',
  'matrices.lecture':
    'In the lecture words are columns, which turns every product round (here q, k and v have their biases too):',
  'matrices.waiting': 'The numbers are on their way …',
  'matrices.light': 'Rows lit',
  'matrices.one': 'One word',
  'matrices.all': 'All in parallel',
  'matrices.close': 'To the heatmap',
  'matrices.nth': 'no.\u00a0{n}',
  'matrices.hint': 'Point at a row, or walk with the arrow keys: its word is lit in every matrix.',
  'matrices.name.I': 'Words I',
  'matrices.name.Wq': 'Map of the queries',
  'matrices.name.Wk': 'Map of the keys',
  'matrices.name.Wv': 'Map of the values',
  'matrices.name.Q': 'Queries Q',
  'matrices.name.K': 'Keys K',
  'matrices.name.V': 'Values V',
  'matrices.name.A': 'Scores A',
  'matrices.name.Ahat': 'Attention weights Â',
  'matrices.name.O': 'Head outputs O',
  'matrices.size': '{name}, {rows} rows, {columns} columns',
  'matrices.ofWord': '{name}: “{row}”, {column}: {value}',
  'matrices.ofWords': '{name}: “{row}” reads “{column}”: {value}',
  'matrices.ofScore': '{name}: “{row}” → “{column}”: {value}',
  'matrices.shut': '{name}: “{row}” may not read “{column}”',
  'matrices.ofMap': '{name}: {row}, {column}: {value}',
} as const;
