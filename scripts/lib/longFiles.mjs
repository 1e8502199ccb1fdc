// The test files that try more cases in the long lane: those that ask src/testing/long.ts how many.
import { readFileSync } from 'node:fs';
import { allFiles } from './changed.mjs';
import { inRoot } from './paths.mjs';

const UNIT = /\.test\.(ts|tsx|mjs)$/;
const END_TO_END = /^e2e\/.*\.spec\.ts$/;

/** Whether a file's text asks how many cases to try. */
export const asksHowMany = (text) => /from '[./\w]*\/testing\/long\.ts'/.test(text);

/**
 * @param {readonly string[]} paths
 * @param {(path: string) => string} read
 * @returns {{unit: readonly string[], endToEnd: readonly string[]}}
 */
export function sortLong(paths, read) {
  const long = paths.filter((path) => (UNIT.test(path) || END_TO_END.test(path)) && asksHowMany(read(path)));
  return {
    unit: long.filter((path) => UNIT.test(path)),
    endToEnd: long.filter((path) => END_TO_END.test(path)),
  };
}

/** The long files of this project. */
export const longFiles = () => sortLong(allFiles(), (path) => readFileSync(inRoot(path), 'utf8'));
