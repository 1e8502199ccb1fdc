/** The French beneath. */
export const translation = {
  'translation.label': 'French, word by word',
  'translation.heading': 'French, word by word',
  'translation.headingShort': 'French',
  'translation.spoken': 'French: {text}',
  'translation.how': 'greedy · {milliseconds} ms · {backend}',
  'translation.howStored': 'stored · not live yet',
  'translation.howOwn': 'your own words · {milliseconds} ms · {backend}',
  'translation.typeOwn': 'Type your own French',
  'translation.backToModel': 'Back to the model’s',
  'translation.ownLabel': 'Your own French',
  'translation.ownPlaceholder': 'Type French to see how likely the model finds each word',
  'translation.hint': 'point at a word for its runners-up',
  'translation.empty': 'The French appears here.',
  'translation.end': 'end of the sentence',
  'translation.token': '“{word}”, {percent}',
  'translation.tokenOther': '“{word}”, {percent}; the model would write “{best}”',
  'translation.runnersUp': 'Instead of “{word}”',
  'translation.cut':
    'Only the first {words, plural, one {# word fits} other {# words fit}} the model; your text is kept.',
  'translation.notEnded': 'cut at the model’s longest sentence',
} as const;
