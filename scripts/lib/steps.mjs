// A lane is a list of steps. Every step runs, whatever became of the one before, and the last line counts all tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { needChromium, VARIABLE } from './chromium.mjs';
import { countOne, countPlaywright, countVitest, lastLine, noTests, sum } from './counts.mjs';
import { inRoot } from './paths.mjs';
import { inWords, runNode } from './processes.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<import('./counts.mjs').Count>} run
 */

/** No step takes longer than this; one that hangs is ended and counts as failed. */
const STEP_LIMIT_MS = 30 * 60_000;

const program = (...parts) => inRoot('node_modules', ...parts);

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const runStep = (file, args, env = {}) =>
  runNode(file, args, { timeout: STEP_LIMIT_MS, env: { ...process.env, ...env } });

/** A step that is one test. @returns {Step} */
const single = (name, file, ...args) => ({ name, run: async () => countOne(await runStep(file, args)) });

const biome = program('@biomejs', 'biome', 'bin', 'biome');
export const lint = single('Format and lint', biome, 'check', '--error-on-warnings', '.');
export const types = single('Types', program('typescript', 'bin', 'tsc'), '--noEmit');
export const licences = single('Licences', inRoot('scripts', 'licences.mjs'));
export const build = single('Build', program('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn');
export const bytes = single('Bytes', inRoot('scripts', 'bytes.mjs'));

/**
 * @param {string} reports a folder for the report
 * @param {{name?: string, args?: readonly string[], env?: Record<string, string>}} [options] Vitest's arguments
 * @returns {Step}
 */
export function unitTests(reports, { name = 'Unit tests', args = ['run'], env = {} } = {}) {
  const file = join(reports, `${name}.json`);
  const all = [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const run = async () => {
    const code = await runStep(program('vitest', 'vitest.mjs'), all, env);
    return countVitest(readReport(file), code);
  };
  return { name, run };
}

/**
 * @param {string} reports a folder for the report
 * @param {{name?: string, args?: readonly string[], env?: Record<string, string>}} [options] Playwright's arguments
 * @returns {Step}
 */
export function endToEndTests(reports, { name = 'End-to-end tests', args = [], env = {} } = {}) {
  const file = join(reports, `${name}.json`);
  const run = async () => {
    const chromium = await needChromium(console.log);
    if (!chromium) {
      console.error(`No Chromium can be had here. Install Chromium or Chrome, or name one in ${VARIABLE}.`);
      return { ...noTests(), failed: 1 };
    }
    const told = { [VARIABLE]: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...env };
    const all = ['test', '--reporter=list,json', ...args];
    const code = await runStep(program('@playwright', 'test', 'cli.js'), all, told);
    return countPlaywright(readReport(file), code);
  };
  return { name, run };
}

/**
 * Runs the steps one after the other and prints what became of each.
 * @param {readonly Step[]} steps
 * @returns {Promise<import('./counts.mjs').Count>} their sum
 */
export async function runAll(steps) {
  const done = [];
  for (const { name, run } of steps) {
    console.log(`\n── ${name}`);
    const start = performance.now();
    const count = await run();
    done.push({ name, count, time: inWords(performance.now() - start) });
  }
  console.log('');
  for (const { name, count, time } of done) {
    const mark = count.failed > 0 ? '✗' : '✓';
    console.log(`${mark} ${name.padEnd(24)} ${time.padStart(11)}   ${lastLine(count)}`);
  }
  return sum(done.map(({ count }) => count));
}
