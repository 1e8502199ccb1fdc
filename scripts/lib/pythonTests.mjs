// The Python tests of training/, where there is a Python with pytest. Nobody needs one to use or to change the page, so
// a machine without it leaves them out and says so; a test file whose packages are missing skips itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { noTests, withCrash } from './counts.mjs';
import { inRoot } from './paths.mjs';
import { run } from './processes.mjs';

/** Where a Python is looked for: training/README.md's own folder, then the path. */
const PYTHONS = [
  inRoot('.venv', 'bin', 'python'),
  inRoot('.venv', 'Scripts', 'python.exe'),
  'python3',
  'python',
];

/** A run that takes longer is ended and counts as failed. */
const LIMIT_MS = 10 * 60_000;

const hasPytest = (python) => spawnSync(python, ['-c', 'import pytest'], { stdio: 'ignore' }).status === 0;

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} xml pytest's report in JUnit's form; '' where it wrote none
 * @param {number} code its exit code
 * @returns {import('./counts.mjs').Count} a file that skipped itself counts as one skipped test
 */
export function countPytest(xml, code) {
  const [suite = ''] = /<testsuite\s[^>]*>/.exec(xml) ?? [];
  const number = (name) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = number('failures') + number('errors');
  const skipped = number('skipped');
  return withCrash({ passed: Math.max(0, number('tests') - failed - skipped), failed, skipped }, code);
}

/** The Python packages that kept a file of tests from running. @param {string} xml @returns {string[]} */
export const missingPackages = (xml) => [
  ...new Set([...xml.matchAll(/could not import (?:'|&apos;|&#x27;)([\w.]+)/g)].map(([, name]) => name)),
];

/**
 * Runs them.
 * @param {{
 *   pythons?: readonly string[], isFit?: (python: string) => boolean,
 *   start?: typeof run, print?: (line: string) => void,
 * }} [by]
 *   what finds and starts Python; tests put in their own
 * @returns {Promise<import('./counts.mjs').Count>} nothing counted where they were left out
 */
export async function pythonTests({
  pythons = PYTHONS,
  isFit = hasPytest,
  start = run,
  print = console.log,
} = {}) {
  const python = pythons.find(isFit);
  if (!python) {
    print(
      'Left out: the tests of training/ need Python with pytest, and there is none here (pip install pytest).',
    );
    return noTests();
  }
  const folder = mkdtempSync(join(tmpdir(), 'headlight-python-'));
  const file = join(folder, 'junit.xml');
  // Its cache would be a folder in the working tree.
  const args = [
    '-m',
    'pytest',
    inRoot('training', 'tests'),
    '-q',
    '-p',
    'no:cacheprovider',
    `--junitxml=${file}`,
  ];
  const code = await start(python, args, {
    timeout: LIMIT_MS,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  const xml = textOf(file);
  rmSync(folder, { recursive: true, force: true });
  const count = countPytest(xml, code);
  const missing = missingPackages(xml);
  if (missing.length > 0) {
    print(`Left out: what needs ${missing.join(', ')} (pip install -r training/requirements.txt).`);
  }
  return count;
}
