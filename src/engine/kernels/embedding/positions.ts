/**
 * The paper's sinusoidal positions (section 3.5) in the order of Hugging Face `transformers`: all sines, then all
 * cosines (for odd D one sine more than cosines).
 * @param places whole numbers; negative ones go on to the left
 * @returns [places, width], row-major
 */
export function sinusoids(places: readonly number[], width: number): Float32Array {
  const table = new Float32Array(places.length * width);
  const sines = Math.ceil(width / 2);
  const rates = Array.from({ length: sines }, (_, pair) => 10000 ** ((2 * pair) / width));
  for (const [row, place] of places.entries()) {
    for (let column = 0; column < width; column++) {
      const isSine = column < sines;
      const angle = place / (rates[isSine ? column : column - sines] as number);
      table[row * width + column] = isSine ? Math.sin(angle) : Math.cos(angle);
    }
  }
  return table;
}

/** The places 0 … `positions` − 1. @returns [positions, width] */
export function sinusoidalPositions(positions: number, width: number): Float32Array {
  return sinusoids(
    Array.from({ length: positions }, (_, place) => place),
    width,
  );
}
