import { type Decoding, EngineError, type ModelInfo, WAYS_OF_DECODING } from '../../contract/index.ts';

/** A chance needs no more: seeds are kept to 32 bits. */
const SEEDS = 2 ** 32;

/** Colder is greedy decoding, hotter is a draw among equals: beyond these nothing more is said. */
const COLDEST = 1e-3;
const HOTTEST = 1e3;

/** Each beginning is a pass of its own at every step. */
const WIDEST = 64;

function refuse(argument: string, expected: string, got: unknown): never {
  throw new EngineError('bad-request', 'run', `decoding.${argument}`, expected, String(got));
}

function checkWhole(argument: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    refuse(argument, `a whole number from ${least} to ${most}`, value);
}

/** @throws EngineError `bad-request` */
export function checkDecoding(decoding: Decoding, { vocabulary }: ModelInfo): void {
  const { way, temperature, topK, topP, seed, width } = decoding;
  if (!WAYS_OF_DECODING.includes(way)) refuse('way', WAYS_OF_DECODING.join(', '), way);
  if (!(temperature >= COLDEST && temperature <= HOTTEST))
    refuse('temperature', `a number from ${COLDEST} to ${HOTTEST}`, temperature);
  if (topK !== null) checkWhole('topK', topK, 1, Number.MAX_SAFE_INTEGER);
  if (topP !== null && !(topP > 0 && topP <= 1)) refuse('topP', 'a number above 0 and up to 1', topP);
  checkWhole('seed', seed, 0, SEEDS - 1);
  checkWhole('width', width, 1, Math.min(WIDEST, Math.floor(vocabulary / 2)));
}
