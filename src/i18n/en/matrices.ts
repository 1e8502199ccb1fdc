/** The matrix view. */
export const matrices = {
  'matrices.label': 'The head as matrices',
  'matrices.sentence.rows.self':
    'All rows are computed in parallel: none waits for another’s result. But each reads all rows of K and V; ' +
    'all else (Q, K, V, Feed Forward) stays in its own row.',
  'matrices.sentence.rows.causal':
    'All rows are computed in parallel: none waits for another’s result. But each reads the rows of K and V up to ' +
    'its own; all else (Q, K, V, Feed Forward) stays in its own row.',
  'matrices.sentence.rows.cross':
    'Every row is a French word; K and V are made of E, the encoder’s output. No row waits for another’s ' +
    'result, but each reads all rows of K and V; all else (Q, Feed Forward) stays in its own row.',
  'matrices.sentence.columns.self':
    'All columns are computed in parallel: none waits for another’s result. But each reads all columns of K and V; ' +
    'all else (Q, K, V, Feed Forward) stays in its own column. Kᵀ is K = Wᵏ I turned round.',
  'matrices.sentence.columns.causal':
    'All columns are computed in parallel: none waits for another’s result. But each reads the columns of K and V ' +
    'up to its own; all else (Q, K, V, Feed Forward) stays in its own column. Kᵀ is K = Wᵏ I turned round.',
  'matrices.sentence.columns.cross':
    'Every column is a French word; K = Wᵏ E and V are made of E, the encoder’s output. No column waits ' +
    'for another’s result, but each reads all columns of K and V; all else (Q, Feed Forward) stays in its own column.',
  'matrices.words': 'Words as',
  'matrices.words.rows': 'Words as rows',
  'matrices.words.columns': 'as columns',
  'matrices.words.rowsHelp': 'A word is a row, as in all pictures of this page: Q = I W^q',
  'matrices.words.columnsHelp': 'A word is a column, as in the lecture: Q = W^q I',
  'matrices.waiting': 'The numbers are on their way …',
  'matrices.light': 'Words lit',
  'matrices.one': 'One word',
  'matrices.all': 'All in parallel',
  'matrices.close': 'To the heatmap',
  'matrices.nth': 'no.\u00a0{n}',
  'matrices.hint':
    'Point at a number, or use the arrow keys: its row and its column are lit. Q, K, V add a bias.',
  'matrices.hint.touch': 'Tap a number: its row and its column are lit. Q, K, V add a bias.',
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
  'matrices.product.rows.Q': '= its row of I × column {n} of W^q: Σ of {count} products, + bias',
  'matrices.product.rows.K': '= its row of {source} × column {n} of W^k: Σ of {count} products, + bias',
  'matrices.product.rows.V': '= its row of {source} × column {n} of W^v: Σ of {count} products, + bias',
  'matrices.product.rows.A': '= row of Q × column of Kᵀ: Σ of {count} products{scaled}',
  'matrices.product.rows.O': '= its row of Â × column {n} of V: Σ of {count} products',
  'matrices.product.columns.Q': '= row {n} of W^q × its column of I: Σ of {count} products, + bias',
  'matrices.product.columns.K': '= row {n} of W^k × its column of {source}: Σ of {count} products, + bias',
  'matrices.product.columns.V': '= row {n} of W^v × its column of {source}: Σ of {count} products, + bias',
  'matrices.product.columns.A': '= row of Kᵀ × column of Q: Σ of {count} products{scaled}',
  'matrices.product.columns.O': '= row {n} of V × its column of Â: Σ of {count} products',
  'matrices.scaled': ', ÷ √{d}',
  'matrices.scaledBy': ', ÷ √{d}, × {factor}',
  'matrices.ofMap': '{name}: {row}, {column}: {value}',
} as const;
