/** The list of keys. */
export const keys = {
  'keys.title': 'Keys',
  'keys.help': 'Every key has a control on the page.',
  'keys.sentence': 'to the sentence',
  'keys.move': 'move the cell',
  'keys.pin': 'pin the cell',
  'keys.escape': 'let go, up one level',
  'keys.head': 'previous and next head',
  'keys.layer': 'layer below and above',
  'keys.kind': 'kind of attention',
  'keys.view': 'heatmap or arcs',
  'keys.undo': 'undo',
  'keys.redo': 'redo',
  'keys.share': 'share',
  'keys.list': 'this list',
  'keys.add': 'add a head to those chosen',
  'keys.ends': 'first and last in the row',
} as const;
