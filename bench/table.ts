/** A number with as many places as a reader needs. */
export function inFigures(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value.toFixed(Math.abs(value) < 9.95 ? 2 : Math.abs(value) < 99.5 ? 1 : 0);
}

type Cell = string | number;

/** Counts stay whole; a column with one fraction in it shows all its numbers as figures. */
function textOf(rows: readonly (readonly Cell[])[], column: number): string[] {
  const cells = rows.map((row) => row[column] ?? '');
  const counts = cells.every((cell) => typeof cell === 'string' || Number.isInteger(cell));
  return cells.map((cell) => (typeof cell === 'string' || counts ? String(cell) : inFigures(cell)));
}

/** Rows of cells as lines: words to the left, numbers to the right, columns as wide as their widest cell. */
export function tableOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const columns = head.map((title, i) => {
    const texts = [title, ...textOf(rows, i)];
    const width = Math.max(...texts.map((text) => text.length));
    const isNumber = rows.some((row) => typeof row[i] === 'number');
    return texts.map((text) => (isNumber ? text.padStart(width) : text.padEnd(width)));
  });
  const lines = [head, ...rows].map((_, line) => columns.map((column) => column[line] ?? '').join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}
