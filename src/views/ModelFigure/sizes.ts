/** Heights and distances of the figure, CSS px. */
export interface FigureSizes {
  /** Between a stack's border and what is in it. */
  readonly pad: number;
  /** Between the two stacks. */
  readonly between: number;
  /** A line of caption over an attention box; 0: no captions. */
  readonly caption: number;
  /** An Add & Norm bar; 0: no bars. */
  readonly norm: number;
  /** A Feed Forward bar. */
  readonly forward: number;
  /** Above and below a bar between two attention boxes. */
  readonly rowGap: number;
  /** Between two layers at least, and at most where there is room to spare. */
  readonly layerGap: number;
  readonly layerGapMost: number;
  /** Over a stack: its name, the line from the encoder, the next word. */
  readonly above: number;
  /** Under both stacks: what goes in. */
  readonly below: number;
  /** The heading, over the shorter stack. */
  readonly heading: number;
  /** How far the line from the encoder's top rises before it turns. */
  readonly rise: number;
}

/** With words and bars. */
export const FULL: FigureSizes = {
  pad: 10,
  between: 18,
  caption: 16,
  norm: 2,
  forward: 6,
  rowGap: 5,
  layerGap: 10,
  layerGapMost: 28,
  above: 39,
  below: 26,
  heading: 138,
  rise: 14,
};

/** The same where the next word has no room beside the decoder's name. */
export const NARROW: FigureSizes = { ...FULL, above: 56, heading: 146 };

/** The same in a room so large that its words can be read from the back of a hall. */
export const HALL: FigureSizes = {
  pad: 12,
  between: 20,
  caption: 21,
  norm: 3,
  forward: 8,
  rowGap: 8,
  layerGap: 14,
  layerGapMost: 44,
  above: 44,
  below: 32,
  heading: 170,
  rise: 16,
};

/** Heads and lines only, for a slide. */
export const BARE: FigureSizes = {
  pad: 6,
  between: 28,
  caption: 0,
  norm: 0,
  forward: 0,
  rowGap: 5,
  layerGap: 10,
  layerGapMost: 24,
  above: 14,
  below: 6,
  heading: 0,
  rise: 8,
};

/** The same on a larger screen: `unit` CSS px for each (`useUnit`). */
export function scaled(sizes: FigureSizes, unit: number): FigureSizes {
  const {
    pad,
    between,
    caption,
    norm,
    forward,
    rowGap,
    layerGap,
    layerGapMost,
    above,
    below,
    heading,
    rise,
  } = sizes;
  const by = (px: number): number => Math.round(px * unit);
  return {
    pad: by(pad),
    between: by(between),
    caption: by(caption),
    norm: by(norm),
    forward: by(forward),
    rowGap: by(rowGap),
    layerGap: by(layerGap),
    layerGapMost: by(layerGapMost),
    above: by(above),
    below: by(below),
    heading: by(heading),
    rise: by(rise),
  };
}

/** Smallest thumbnail in which a pattern can still be told from another, and largest that is still a thumbnail. */
export const THUMB_LEAST_PX = 12;
export const THUMB_MOST_PX = 44;
