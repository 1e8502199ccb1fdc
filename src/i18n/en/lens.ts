/** The logit lens: what each layer would write. */
export const lens = {
  'lens.label': 'Logit lens',
  'lens.about':
    'What each decoder layer would write if it were the last: its output through the output table, for which ' +
    'it was not trained (“logit lens”, nostalgebraist 2020). A hint.',
  'lens.written': 'output',
  'lens.after': 'input',
  'lens.layer': 'layer {layer}',
  'lens.rankFirst': '✓',
  'lens.rank': '{word}: {rank}',
  'lens.cellFirst': 'Layer {layer}, after “{after}”: “{guess}”, {percent}. That is what is written there.',
  'lens.cell':
    'Layer {layer}, after “{after}”: “{guess}”, {percent}. “{final}”, which is written there in the end, is ' +
    'its number {rank}.',
  'lens.settled': 'From layer {layer} on, “{word}” is first.',
  'lens.unsettled': 'Not even in the last layer is “{word}” first.',
  'lens.hint':
    'Point at a cell. Stronger colour: surer layer. Beneath the guess, the word written in the end ' +
    'and its rank here; ✓: it is the guess.',
  'lens.hint.touch':
    'Tap a cell. Stronger colour: surer layer. Beneath the guess, the word written in the end ' +
    'and its rank here; ✓: it is the guess.',
  'lens.legend': 'probability of the guess',
  'lens.waiting': 'computing …',
} as const;
