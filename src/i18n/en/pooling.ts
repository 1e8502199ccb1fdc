/** Several heads, layers or rows as one picture. */
export const pooling = {
  'pooling.title': 'Several layers or rows as one',
  'pooling.depth': 'Layers',
  'pooling.depth.layer': 'This one',
  'pooling.depth.mean': 'Mean up to it',
  'pooling.depth.sum': 'Sum up to it',
  'pooling.depth.rollout': 'Rollout',
  'pooling.depth.help': 'Several layers as one picture: none of these is what the model computes.',
  'pooling.depth.rolloutHelp':
    'Attention rollout: the weights of all layers multiplied, half of each the word itself. A heuristic: ' +
    'values and Feed Forward are left out.',
  'pooling.sinkLabel': 'First word and end mark',
  'pooling.sink.shown': 'Shown',
  'pooling.sink.hidden': 'Left out',
  'pooling.sinkSwitch': 'show first word, ↵',
  'pooling.sinkWhy': 'Why so dark?',
  'pooling.sinkBecause':
    'A row must sum to 100 %, so a head that has nothing to read here still reads something: often these, ' +
    'the “attention sink”.',
  'pooling.sink.help':
    'Often read by heads that have nothing to read here. Without these columns each row is made to sum to 1 again.',
  'pooling.weigh': 'Colour',
  'pooling.weigh.pattern': 'α̂',
  'pooling.weigh.value': '‖α̂ v‖',
  'pooling.weigh.help':
    'The weight times the length of the value, as a share of its row: a large weight on a short ' +
    'value counts for little.',
  'pooling.rows': 'Rows read together',
  'pooling.rows.join': 'Click words to read them together',
  'pooling.rows.join.touch': 'Tap words to read them together',
  'pooling.rows.help': 'Or Shift+click a row; by keys, Shift+Space.',
  'pooling.rowsAs.mean': 'Mean',
  'pooling.rowsAs.sum': 'Sum',
  'pooling.rows.clear': 'Let go',
  'pooling.rows.heading.mean': '“{words}” read together, on average',
  'pooling.rows.heading.sum': '“{words}” read together, added up',
  'pooling.mean': 'mean over layers 1–{layers}',
  'pooling.sum': 'sum over layers 1–{layers}',
  'pooling.rollout': 'attention rollout up to layer {layers} (a heuristic)',
  'pooling.sink': 'first word and end mark left out, each row rescaled to 100 %',
  'pooling.value': 'weighted by ‖v‖, as shares of a row',
  'pooling.legend.sink': 'α̂ rescaled without first word and ↵',
  'pooling.legend.sum': 'sum of α̂',
  'pooling.legend.value': 'α̂ · ‖v‖, share of the row',
  'pooling.legend.rollout': 'rollout of α̂',
  'pooling.legend.mean': 'mean of α̂',
  'pooling.legend.max': 'largest α̂',
} as const;
