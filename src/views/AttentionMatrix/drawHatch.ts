import { type Forbidden, type HeatmapLayout, WHYS, type Why } from '../../layout/index.ts';

/** How the reasons look: lines this way `/`, that way `\`, or both. */
const LINES: Readonly<Record<Why, readonly (1 | -1)[]>> = {
  none: [],
  own: [1],
  mask: [1],
  before: [1, -1],
  after: [-1],
  first: [1],
};

const byHand = (why: Why) => why === 'before' || why === 'after';

/** Distance of the hatching's lines. */
const HATCH_PX = 6;

export interface HatchInks {
  /** What masks hide, or a head that is off. */
  readonly mask: string;
  /** What was forbidden by hand. */
  readonly hand: string;
}

/** Neighbours that a mask hides are one surface, gaps and all; what was forbidden by hand stays cell by cell. */
function surfaceOf({ layout, forbidden }: HatchPicture, why: Why): Path2D | null {
  const { T, S, cellWidthPx, cellHeightPx, gapPx } = layout;
  const code = WHYS.indexOf(why);
  const joined = !byHand(why);
  const surface = new Path2D();
  let any = false;
  for (let query = 0; query < T; query++) {
    const at = (key: number) => key < S && forbidden.why[query * S + key] === code;
    for (let key = 0; key < S; key++) {
      if (!at(key) || (joined && key > 0 && at(key - 1))) continue;
      let end = key + 1;
      while (joined && at(end)) end += 1;
      const high = joined ? cellHeightPx : cellHeightPx - gapPx;
      surface.rect(key * cellWidthPx, query * cellHeightPx, (end - key) * cellWidthPx - gapPx, high);
      any = true;
    }
  }
  return any ? surface : null;
}

interface HatchPicture {
  readonly layout: HeatmapLayout;
  readonly forbidden: Forbidden;
  readonly hatch: HatchInks;
}

function drawLines(context: CanvasRenderingContext2D, way: 1 | -1, width: number, height: number): void {
  context.beginPath();
  for (let x = -height; x < width; x += HATCH_PX) {
    context.moveTo(x, way > 0 ? height : 0);
    context.lineTo(x + height, way > 0 ? 0 : height);
  }
  context.stroke();
}

/** Slanted lines over the cells that may not be read; each reason has its own, since none of them has a number. */
export function drawHatching(context: CanvasRenderingContext2D, picture: HatchPicture): void {
  const { T, S, cellWidthPx, cellHeightPx, gapPx } = picture.layout;
  const [width, height] = [S * cellWidthPx - gapPx, T * cellHeightPx - gapPx];
  for (const why of WHYS) {
    const surface = LINES[why].length > 0 ? surfaceOf(picture, why) : null;
    if (!surface) continue;
    context.save();
    context.clip(surface);
    context.strokeStyle = byHand(why) ? picture.hatch.hand : picture.hatch.mask;
    context.lineWidth = 1;
    for (const way of LINES[why]) drawLines(context, way, width, height);
    context.restore();
  }
}
