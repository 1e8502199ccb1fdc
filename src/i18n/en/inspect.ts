/** The cell inspector: one number, step by step. */
export const inspect = {
  'inspect.label': 'One number, step by step',
  'inspect.heading': 'How much does “{query}” (i) read “{key}” (j)?',
  'inspect.steps': 'Steps',
  'inspect.waiting': 'The numbers of this step are on their way …',
  'inspect.previous': 'Back',
  'inspect.next': 'Next',
  'inspect.again': 'From the beginning',
  'inspect.matrices': 'As matrices',
  'inspect.close': 'To the heatmap',
  'inspect.position': 'step {n} of {of}',

  'inspect.step.project': 'q, k, v',
  'inspect.step.products': 'q × k',
  'inspect.step.dot': 'sum',
  'inspect.step.scale': '÷ √d',
  'inspect.step.mask': 'mask',
  'inspect.step.softmax': 'softmax',
  'inspect.step.values': '× v',
  'inspect.step.output': 'all heads',
  'inspect.step.norm': 'Add & Norm',

  'inspect.title.project': 'Query, key and value',
  'inspect.title.products': 'Query times key, number by number',
  'inspect.title.dot': 'The products, added up',
  'inspect.title.scale': 'Division by √d',
  'inspect.title.mask': 'What may be read',
  'inspect.title.softmax': 'Softmax: scores become weights',
  'inspect.title.values': 'Weight times value, summed over all words',
  'inspect.title.output': 'All heads together',
  'inspect.title.norm': 'Add & Norm',

  'inspect.project':
    'Three learned matrices turn a word’s vector a into a query q, a key k and a value v. Each number is a row of ' +
    'W times a, added up: click a number, and its row is shown.',
  'inspect.projectCross':
    'Three learned matrices make the query q of the French so far, and the key k and the value v of the ' +
    'English. Each number is a row of W times a, added up: click a number, and its row is shown.',
  'inspect.products':
    'Each number of the query times the same number of the key. Where both are large and of one sign, the ' +
    'product is large, and “{query}” reads “{key}” more.',
  'inspect.dot':
    'All {count} products added up are one number: the larger it is, the more “{query}” reads “{key}”.',
  'inspect.scale':
    'If the numbers in q and k have mean 0 and variance 1, q·k has mean 0 and variance d: scores so far ' +
    'apart that softmax gives one word nearly all the weight. Dividing by √d brings the variance back to 1.',
  'inspect.scaleBy':
    'You changed the scale: q·k ÷ √d is multiplied by {factor}. The further the scores of a row are apart, ' +
    'the more softmax gives to the largest.',
  'inspect.scaleNone':
    'You switched the division off. q·k has variance d, so the scores of a row lie far apart, and softmax ' +
    'gives nearly all to the largest.',
  'inspect.scaleSource': 'Attention Is All You Need, section 3.2.1, note 4',
  'inspect.maskOpen': 'Nothing forbids “{query}” to read “{key}”: α goes on as it is.',
  'inspect.maskOpenDecoder':
    'While it writes, the decoder may read what stands before and nothing that comes later. “{key}” is not ' +
    'later than “{query}”: α goes on as it is.',
  'inspect.mask.causal':
    '“{key}” comes after “{query}”. While that is written it does not exist yet, so its α becomes −∞, of ' +
    'which softmax makes 0.',
  'inspect.mask.padding':
    '“{key}” counts as padding, as you chose: its α becomes −∞, of which softmax makes 0.',
  'inspect.mask.window':
    '“{key}” lies outside the window around “{query}” that you chose: its α becomes −∞, of which softmax makes 0.',
  'inspect.mask.block':
    '“{key}” lies in another block than “{query}”, as you chose: its α becomes −∞, of which softmax makes 0.',
  'inspect.mask.cell':
    'You forbade “{query}” to read “{key}”: its α becomes −∞, of which softmax makes 0. The row’s other weights grow.',
  'inspect.mask.row':
    'You forbade “{query}” to read anything: every α of the row becomes −∞, and the row reads nothing.',
  'inspect.mask.column':
    'You forbade every word to read “{key}”: its α becomes −∞, of which softmax makes 0. The row’s other weights grow.',
  'inspect.mask.first':
    'This head is switched off and reads the first token alone: whatever its score, “{key}” is not read.',
  'inspect.maskZeroed':
    'You chose that α̂ be set to 0 after the softmax, as in the lecture. Here α goes on as it is.',
  'inspect.softmax':
    'e to the power of a score is above 0; divided by their sum, the weights add up to 1. First the largest ' +
    'score, max = {largest}, is taken off each, which changes no weight.',
  'inspect.softmaxZeroed':
    'The weights of the row add up to 1. Then α̂ is set to 0, as you chose, and the row adds up to {sum} ' +
    'only.',
  'inspect.softmaxForbidden':
    'e to the power of −∞ is 0: “{key}” gets no weight, and the other words have the whole row.',
  'inspect.softmaxNothing': 'Every word is forbidden: no word is left to be read, and all weights are 0.',
  'inspect.softmaxFirst':
    'This head is switched off: the first token has the whole weight, whatever the scores say.',
  'inspect.values':
    'The value of each word is multiplied by its weight. Added up over all words, “{key}” among them, they ' +
    'are this head’s output for “{query}”. One number of it is written out below.',
  'inspect.valuesZero':
    'This head is switched off: whatever its weighted values add up to, its output is 0 instead.',
  'inspect.valuesMean':
    'This head is switched off: in the place of its own sum, “{query}” gets the mean of the head’s outputs ' +
    'over the sentence.',
  'inspect.valuesFirst':
    'This head is switched off: all weight is on the first token, so its output is that token’s value.',
  'inspect.output':
    'The outputs of all {count} heads stand side by side, and one more learned matrix mixes them into a ' +
    'vector as wide as the word’s own. Each head adds a part to every number; one number is written out ' +
    'below.',
  'inspect.norm':
    'What went in, aⁱ, is added, so that nothing is lost. Then the vector is brought to mean μ = 0 and ' +
    'deviation σ = 1, each number times a learned gain, plus a bias: so the next layer finds numbers of a ' +
    'known size.',

  'inspect.strip.a': 'Vector a of “{word}”',
  'inspect.strip.q': 'Query q of “{word}”',
  'inspect.strip.k': 'Key k of “{word}”',
  'inspect.strip.v': 'Value v of “{word}”',
  'inspect.strip.mapRow': 'The row of W^{word} that makes this number',
  'inspect.strip.terms': 'Products of that row of W and a of “{word}”',
  'inspect.strip.products': 'Products of q and k',
  'inspect.strip.weighted': 'Value of “{word}” times its weight',
  'inspect.strip.heard': 'This head’s output for “{word}”',
  'inspect.strip.headOutputs': 'All heads’ outputs for “{word}”, side by side',
  'inspect.strip.part': 'This head’s part after W^O',
  'inspect.strip.joined': 'Output b of all heads for “{word}”',
  'inspect.strip.added': 'x, the sum of a and b',
  'inspect.strip.standard': 'x with mean 0 and deviation 1',
  'inspect.strip.result': 'What leaves Add & Norm for “{word}”',
  'inspect.strip.scores': 'Scores of “{word}”',
  'inspect.strip.weights': 'Attention weights of “{word}”',
  'inspect.strip.masked': 'Scores of “{word}” after the mask',

  'inspect.count': '{n} numbers',
  'inspect.mapRow': 'row {n} of W',
  'inspect.pick': 'Enter shows the row of W behind a number',
  'inspect.pickMask': 'Enter forbids a word, or allows it again',
  'inspect.maskHint': 'press a cell: forbid its word, or allow it',
  'inspect.try.start': 'Drag the scores',
  'inspect.try.stop': 'Only the model’s scores',
  'inspect.try.yours': 'yours',
  'inspect.try.model': 'the model’s',
  'inspect.try.about': 'Yours are for this row and this step only: the model goes on with its own.',
  'inspect.try.slider': 'Your score for “{word}”',
  'inspect.try.said': '{score}, weight {weight}',
  'inspect.nth': 'no.\u00a0{n}',
  'inspect.largest': 'largest in size: {value} ({nth})',
  'inspect.largestShort': 'largest in size: {value}',
  'inspect.largestPlus': 'the largest, {nth}:',
  'inspect.largestMinus': 'the largest below 0, {nth}:',
  'inspect.quoted': '“{word}”',
  'inspect.said': '{what}: {value}',
  'inspect.smaller': '{count, plural, one {# other} other {# others}}',
  'inspect.smallerPart': '{count, plural, one {# other} other {# others}}: {percent} of the sum',
  'inspect.others': '{count, plural, one {# other word} other {# other words}}',
  'inspect.head': 'head {n}',
  'inspect.signs': 'Colours of numbers: below 0 on the left, above 0 on the right',
  'inspect.column.alpha': 'score α',
  'inspect.column.power': 'e to the power of α − max',
  'inspect.column.alphaHat': 'attention weight α̂',
  'inspect.column.value': 'this number of the value v',
  'inspect.column.weighted': 'weight times value',
  'inspect.word': 'word',
  'inspect.share': 'weight as a bar',
  'inspect.total': 'sum',
  'inspect.afterMask': 'after the mask',
  'inspect.zeroed': 'set to 0 afterwards',
  'inspect.bias': 'bias',
  'inspect.gain': 'gain',
  'inspect.agrees': 'checked against the model',
  'inspect.differs': 'differs from the model’s {stage} by {difference}',
} as const;
