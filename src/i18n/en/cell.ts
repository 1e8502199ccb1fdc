/** The menu of a cell of the large picture. */
export const cell = {
  'cell.menu': 'More about this cell',
  'cell.heads': 'Which heads link these two?',
  'cell.follow': 'Follow this number',
  'cell.forbid': 'Forbid it',
  'cell.allow': 'Allow it again',
  'cell.forbidAll': 'Forbid this cell in every head',
  'cell.allowAll': 'Allow this cell in every head',
  'cell.copy': 'Copy the number',
  'cell.off': 'Switch this head off',
  'cell.on': 'Switch this head on again',
  'cell.scale': 'Why ÷ √d?',
  'cell.mask': 'Masks: what may be read',
  'cell.positions': 'Positions: does order matter?',
  'cell.copied': 'Copied: {value}',
} as const;
