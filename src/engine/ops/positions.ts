/**
 * The paper's sinusoidal positions (section 3.5) in Marian's order: all sines, then all cosines (for odd D one sine
 * more than cosines), as `MarianSinusoidalPositionalEmbedding` in Hugging Face `transformers` lays them.
 * @returns [positions, width], row-major
 */
export function sinusoidalPositions(positions: number, width: number): Float32Array {
  const table = new Float32Array(positions * width);
  const sines = Math.ceil(width / 2);
  for (let position = 0; position < positions; position++) {
    for (let column = 0; column < width; column++) {
      const isSine = column < sines;
      const pair = isSine ? column : column - sines;
      const angle = position / 10000 ** ((2 * pair) / width);
      table[position * width + column] = isSine ? Math.sin(angle) : Math.cos(angle);
    }
  }
  return table;
}
