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
  'inspect.title.softmax': 'Softmax: scores become shares',
  'inspect.title.values': 'Weight times value, summed over all words',
  'inspect.title.output': 'All heads together',
  'inspect.title.norm': 'Add & Norm',

  'inspect.project':
    'Three learned matrices turn a word’s vector a into what it looks for (query q), what it is found by ' +
    '(key k) and what it hands over (value v). Every number is a sum like the one below.',
  'inspect.projectCross':
    'The query comes from the French so far, key and value from the English: three learned matrices turn a ' +
    'word’s vector a into what it looks for (q), what it is found by (k) and what it hands over (v).',
  'inspect.products':
    'Each number of the query meets the same number of the key. Where both are large with the same sign, the ' +
    'product is large: “{key}” has what “{query}” looks for.',
  'inspect.dot':
    'All {count} products together are one number: how well the key of “{key}” answers the query of “{query}”.',
  'inspect.scale':
    'If the numbers in q and k have mean 0 and variance 1, q·k has mean 0 and variance d. Long vectors would ' +
    'give scores so far apart that softmax leaves all to one word; dividing by √d brings the variance back ' +
    'to 1.',
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
    'This head is switched off and rests on the first token: whatever its score, “{key}” is not read.',
  'inspect.maskZeroed':
    'You chose that α̂ be set to 0 after the softmax, as in the lecture. Here α goes on as it is.',
  'inspect.softmax':
    'e to the power of a score is always above 0; divided by the sum over the row, the shares add up to 1. ' +
    'First the row’s largest score, m = {largest}, is taken off all of them: that changes no share and keeps ' +
    'the numbers small.',
  'inspect.softmaxZeroed':
    'The shares of the row add up to 1. Then α̂ is set to 0, as you chose, and the row adds up to {sum} only.',
  'inspect.softmaxForbidden':
    'e to the power of −∞ is 0: “{key}” gets no share, and the other words share the row among them.',
  'inspect.softmaxNothing': 'Every word is forbidden: there is nothing to share, and all weights are 0.',
  'inspect.softmaxFirst':
    'This head is switched off: all of its attention is put on the first token, whatever the scores say.',
  'inspect.values':
    'The value of “{key}” counts as much as its weight says. The values of all words, so weighted, added up, ' +
    'are what this head tells “{query}”. One number of it is written out below.',
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
  'inspect.strip.masked': 'Scores of “{word}” after the mask',

  'inspect.count': '{n} numbers',
  'inspect.nth': 'no.\u00a0{n}',
  'inspect.largest': 'largest: {value} ({nth})',
  'inspect.largestPlus': 'the largest, {nth}:',
  'inspect.largestMinus': 'the largest below 0, {nth}:',
  'inspect.quoted': '“{word}”',
  'inspect.said': '{what}: {value}',
  'inspect.smaller': '{count, plural, one {# smaller one} other {# smaller ones}}',
  'inspect.others': '{count, plural, one {# other word} other {# other words}}',
  'inspect.head': 'head {n}',
  'inspect.column.alpha': 'score α',
  'inspect.column.power': 'e to the power of α − m',
  'inspect.column.alphaHat': 'attention weight α̂',
  'inspect.column.value': 'this number of the value v',
  'inspect.column.weighted': 'weight times value',
  'inspect.word': 'word',
  'inspect.share': 'share',
  'inspect.total': 'sum',
  'inspect.afterMask': 'after the mask',
  'inspect.zeroed': 'set to 0 afterwards',
  'inspect.bias': 'bias',
  'inspect.gain': 'gain',
  'inspect.agrees': 'the engine’s own numbers, to {difference}',
  'inspect.differs': 'differs from the engine’s {stage} by {difference}',
} as const;
