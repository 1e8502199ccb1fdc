/**
 * How many columns stand beside each other: all where they fit, else as many as make the fewest lines, all of nearly
 * one length; at least one. A column is as wide as the widest of what stands in it, line below line.
 * @param widths of what each column holds, px
 * @param roomPx what there is for them
 * @param besidePx what every column has beside it
 */
export function columnsInLine(widths: readonly number[], roomPx: number, besidePx: number): number {
  const count = widths.length;
  for (let lines = 1; lines < count; lines++) {
    const columns = Math.ceil(count / lines);
    if (lineWidth(widths, columns, besidePx) <= roomPx) return columns;
  }
  return 1;
}

/** How wide lines of so many columns are, px. */
export function lineWidth(widths: readonly number[], columns: number, besidePx: number): number {
  const widest = new Float64Array(columns);
  widths.forEach((width, at) => {
    widest[at % columns] = Math.max(widest[at % columns] ?? 0, width);
  });
  return widest.reduce((sum, width) => sum + width + besidePx, 0);
}
