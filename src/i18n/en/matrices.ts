/** The matrix view. */
export const matrices = {
  'matrices.label': 'The head as matrices',
  'matrices.sentence':
    'All rows are computed in parallel: none waits for another’s result. But each reads all rows of K and V; ' +
    'only Feed Forward reads its own row alone.',
  'matrices.sentenceCausal':
    'All rows are computed in parallel: none waits for another’s result. But each reads the rows of K and V up to ' +
    'its own; only Feed Forward reads its own row alone.',
  'matrices.sentenceCross':
    'Every row is a French word; K and V are made of E, the encoder’s output. No row waits for another’s ' +
    'result, but each reads all rows of K and V; only Feed Forward reads its own row alone.',
  'matrices.lecture': 'Words as columns, as in the lecture:',
  'matrices.waiting': 'The numbers are on their way …',
  'matrices.light': 'Rows lit',
  'matrices.one': 'One word',
  'matrices.all': 'All in parallel',
  'matrices.close': 'To the heatmap',
  'matrices.nth': 'no.\u00a0{n}',
  'matrices.hint':
    'Point at a number, or walk with the arrow keys: the row and the column it is made of are lit.',
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
  'matrices.product.Q': '= its row of I × column {n} of W^q: Σ of {count} products, + bias',
  'matrices.product.K': '= its row of {source} × column {n} of W^k: Σ of {count} products, + bias',
  'matrices.product.V': '= its row of {source} × column {n} of W^v: Σ of {count} products, + bias',
  'matrices.product.A': '= row of Q × column of Kᵀ: Σ of {count} products{scaled}',
  'matrices.product.O': '= its row of Â × column {n} of V: Σ of {count} products',
  'matrices.scaled': ', ÷ √{d}',
  'matrices.scaledBy': ', ÷ √{d}, × {factor}',
  'matrices.ofMap': '{name}: {row}, {column}: {value}',
} as const;
