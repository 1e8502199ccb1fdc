/** What is written across the large picture of a changed model. */
export const drawn = {
  'drawn.off.zero': 'Off: its output is 0.',
  'drawn.off.mean': 'Off: it gives the mean of its output.',
  'drawn.off.first': 'Off: every word reads only the first token, and gets its value.',
  'drawn.own': 'Its own weights stay.',
  'drawn.ownMoved': 'Its own weights move only with what is changed before it.',
  'drawn.dots': 'Dots mark heads that now read differently.',
  'drawn.last': 'No head comes after it: see the French.',
  'drawn.zero': 'The difference is 0 in every cell.',
  'drawn.small': 'No weight moved by more than {number}.',
  'drawn.unchanged': 'Nothing is changed in the model.',
  'drawn.reached': 'A change comes before this head, but hardly moves what it reads.',
  'drawn.unreached': 'No change reaches this head: it comes before all that is changed, or beside it.',
} as const;
