/** The most rows of pictures beside each other that need no scrolling, and so can share the words of the first one. */
export const MOST_SHARED_ROWS = 20;

/** Units: the gutter of the words, and of the pictures beside; PairView.css and HeadDrawing.css know them, too. */
const WORDS_PX = 80;
const BARE_PX = 12;

/** The gutter of one of several pictures whose first has the words of all rows, px. @param unit px of a unit */
export const gutterPx = (isFirst: boolean, unit: number): number => (isFirst ? WORDS_PX : BARE_PX) * unit;
