// npm test: format and lint, types, licences, unit tests, build, end-to-end tests. Every step runs, whatever became of
// the one before; the last line counts all tests, and the exit code is 1 when one failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { needChromium, VARIABLE } from './lib/chromium.mjs';
import { countOne, countPlaywright, countVitest, lastLine, noTests, sum } from './lib/counts.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node.mjs';
import { inRoot } from './lib/paths.mjs';
import { inWords, runNode } from './lib/processes.mjs';

/** No step takes longer than this; one that hangs is ended and counts as failed. */
const STEP_LIMIT_MS = 20 * 60_000;

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

/** A step that is one test. */
const single = (name, file, args) => ({ name, run: async () => countOne(await runStep(file, args)) });

function unitTests(reports) {
  const file = join(reports, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return async () => {
    const code = await runStep(program('vitest', 'vitest.mjs'), args);
    return countVitest(readReport(file), code);
  };
}

async function endToEndTests(reports) {
  const chromium = await needChromium(console.log);
  if (!chromium) {
    console.error(`No Chromium can be had here. Install Chromium or Chrome, or name one in ${VARIABLE}.`);
    return { ...noTests(), failed: 1 };
  }
  const file = join(reports, 'e2e.json');
  const env = { [VARIABLE]: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = ['test', '--reporter=list,json'];
  const code = await runStep(program('@playwright', 'test', 'cli.js'), args, env);
  return countPlaywright(readReport(file), code);
}

function stepsOf(reports) {
  return [
    single('Format and lint', program('@biomejs', 'biome', 'bin', 'biome'), [
      'check',
      '--error-on-warnings',
      '.',
    ]),
    single('Types', program('typescript', 'bin', 'tsc'), ['--noEmit']),
    single('Licences', inRoot('scripts', 'licences.mjs'), []),
    { name: 'Unit tests', run: unitTests(reports) },
    single('Build', program('vite', 'bin', 'vite.js'), ['build', '--logLevel', 'warn']),
    { name: 'End-to-end tests', run: () => endToEndTests(reports) },
  ];
}

async function runAll(steps) {
  const done = [];
  for (const { name, run } of steps) {
    console.log(`\n── ${name}`);
    const start = performance.now();
    const count = await run();
    done.push({ name, count, time: inWords(performance.now() - start) });
  }
  console.log('');
  for (const { name, count, time } of done) {
    console.log(
      `${count.failed > 0 ? '✗' : '✓'} ${name.padEnd(18)} ${time.padStart(11)}   ${lastLine(count)}`,
    );
  }
  return sum(done.map(({ count }) => count));
}

requireNode();
if (!(await install())) {
  console.log(lastLine({ ...noTests(), failed: 1 }));
  process.exit(1);
}
const reports = mkdtempSync(join(tmpdir(), 'headlight-'));
const total = await runAll(stepsOf(reports));
rmSync(reports, { recursive: true, force: true });
console.log(lastLine(total));
process.exit(total.failed > 0 ? 1 : 0);
