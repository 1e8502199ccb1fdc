// npm run check, npm test and npm run test:long: three lanes of the same steps, and with --all the last two together,
// as in continuous integration. The last line counts all tests, and the exit code is 1 when one failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { allFiles, changedFiles, testsFor } from './lib/changed.mjs';
import { lastLine, noTests } from './lib/counts.mjs';
import { install } from './lib/install.mjs';
import { longFiles } from './lib/longFiles.mjs';
import { requireNode } from './lib/node.mjs';
import { OptionError, parseOptions } from './lib/options.mjs';
import { pythonTests } from './lib/pythonTests.mjs';
import { build, bytes, endToEndTests, licences, lint, runAll, types, unitTests } from './lib/steps.mjs';

const OPTIONS = {
  check: { kind: 'flag', help: 'format, lint, types, and the unit tests of what changed' },
  long: { kind: 'flag', help: 'the tests that try more cases, with the larger numbers' },
  all: { kind: 'flag', help: 'the whole and the long lane, and the Python tests of training/' },
};

function check(reports) {
  const { args, message } = testsFor(changedFiles(), allFiles());
  console.log(message);
  return [lint, types, unitTests(reports, { args })];
}

const whole = (reports) => [lint, types, licences, unitTests(reports), build, bytes, endToEndTests(reports)];

function long(reports) {
  const { unit, endToEnd } = longFiles();
  const env = { HEADLIGHT_LONG: '1' };
  const steps = [unitTests(reports, { name: 'Unit tests, long', args: ['run', ...unit], env })];
  if (endToEnd.length > 0)
    steps.push(build, endToEndTests(reports, { name: 'End-to-end tests, long', args: endToEnd, env }));
  return steps;
}

/** Both lanes, with the page built once, and the Python tests where there is a Python for them. */
const all = (reports) => [
  ...whole(reports),
  ...long(reports).filter((step) => step !== build),
  { name: 'Python tests', run: () => pythonTests() },
];

function stepsOf(options, reports) {
  if (options.check) return check(reports);
  if (options.long) return long(reports);
  if (options.all) return all(reports);
  return whole(reports);
}

function optionsOf(args) {
  try {
    return parseOptions(args, OPTIONS);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

requireNode();
const options = optionsOf(process.argv.slice(2));
if (!(await install())) {
  console.log(lastLine({ ...noTests(), failed: 1 }));
  process.exit(1);
}
const reports = mkdtempSync(join(tmpdir(), 'headlight-'));
const total = await runAll(stepsOf(options, reports));
rmSync(reports, { recursive: true, force: true });
console.log(lastLine(total));
process.exit(total.failed > 0 ? 1 : 0);
