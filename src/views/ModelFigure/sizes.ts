/** Heights and distances of the figure, CSS px. */
export interface FigureSizes {
  /** Between a stack's border and what is in it, beside and above. */
  readonly pad: number;
  readonly padOver: number;
  /** Between the two stacks. */
  readonly between: number;
  /** A line of caption over an attention box; 0: no captions. */
  readonly caption: number;
  /** An Add & Norm bar; 0: no bars. */
  readonly norm: number;
  /** A Feed Forward bar. */
  readonly forward: number;
  /** A bar that bears its name. */
  readonly named: number;
  /** Between Feed Forward and the bar beneath it. */
  readonly barGap: number;
  /** Above and below a bar between two attention boxes. */
  readonly rowGap: number;
  /** Between two layers at least, and at most where there is room to spare. */
  readonly layerGap: number;
  readonly layerGapMost: number;
  /** A box under or over a stack; 0: none. */
  readonly box: number;
  /** Over a stack: its name, the line from the encoder, the last maps. */
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
  padOver: 6,
  between: 18,
  caption: 16,
  norm: 2,
  forward: 6,
  named: 15,
  barGap: 2,
  rowGap: 4,
  layerGap: 8,
  layerGapMost: 28,
  box: 20,
  above: 30,
  below: 50,
  heading: 132,
  rise: 14,
};

/** The same where the last maps have no room beside the decoder's name. */
export const NARROW: FigureSizes = { ...FULL, above: 56 };

/** The same in a room so large that its words can be read from the back of a hall. */
export const HALL: FigureSizes = {
  pad: 12,
  padOver: 9,
  between: 20,
  caption: 20,
  norm: 3,
  forward: 8,
  named: 19,
  barGap: 2,
  rowGap: 6,
  layerGap: 12,
  layerGapMost: 44,
  box: 25,
  above: 38,
  below: 63,
  heading: 163,
  rise: 16,
};

/** Heads and lines only, for a slide. */
export const BARE: FigureSizes = {
  pad: 6,
  padOver: 6,
  between: 28,
  caption: 0,
  norm: 0,
  forward: 0,
  named: 0,
  barGap: 0,
  rowGap: 5,
  layerGap: 10,
  layerGapMost: 24,
  box: 0,
  above: 14,
  below: 6,
  heading: 0,
  rise: 8,
};

/** The same on a larger screen: `unit` CSS px for each (`useUnit`). */
export function scaled(sizes: FigureSizes, unit: number): FigureSizes {
  const by = (name: keyof FigureSizes): number => Math.round(sizes[name] * unit);
  return {
    pad: by('pad'),
    padOver: by('padOver'),
    between: by('between'),
    caption: by('caption'),
    norm: by('norm'),
    forward: by('forward'),
    named: by('named'),
    barGap: by('barGap'),
    rowGap: by('rowGap'),
    layerGap: by('layerGap'),
    layerGapMost: by('layerGapMost'),
    box: by('box'),
    above: by('above'),
    below: by('below'),
    heading: by('heading'),
    rise: by('rise'),
  };
}

/** Smallest thumbnail in which a pattern can still be told from another, and largest that is still a thumbnail. */
export const THUMB_LEAST_PX = 12;
export const THUMB_MOST_PX = 44;
/** The figure alone on a slide takes all the room there is. */
export const BARE_THUMB_MOST_PX = 96;
