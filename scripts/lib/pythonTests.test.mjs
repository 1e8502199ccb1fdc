import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from './paths.mjs';
import { countPytest, missingPackages, pythonTests } from './pythonTests.mjs';

const report = (counts, cases = '') =>
  '<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests">' +
  `<testsuite name="pytest" ${counts} time="1.2">${cases}</testsuite></testsuites>`;

const SKIPPED =
  '<testcase classname="" name="tests.test_fast_step"><skipped type="pytest.skip" message="collection skipped">' +
  "('test_fast_step.py', 5, &quot;Skipped: could not import 'torch': " +
  "No module named 'torch'&quot;)</skipped></testcase>";

describe('countPytest', () => {
  it('counts what passed, failed or broke, and was skipped', () => {
    expect(countPytest(report('errors="1" failures="2" skipped="3" tests="20"'), 1)).toEqual({
      passed: 14,
      failed: 3,
      skipped: 3,
    });
  });

  it('fails a run that ended badly, wrote no report or ran no test', () => {
    const green = report('errors="0" failures="0" skipped="0" tests="4"');
    expect(countPytest(green, 2)).toEqual({ passed: 4, failed: 1, skipped: 0 });
    expect(countPytest('', 128)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPytest(report('errors="0" failures="0" skipped="0" tests="0"'), 5).failed).toBe(1);
  });

  it('names each missing package once', () => {
    expect(missingPackages(report('', SKIPPED + SKIPPED))).toEqual(['torch']);
    expect(missingPackages(report(''))).toEqual([]);
  });
});

/** Stands in for Python: writes a report where it is asked to. */
function python(xml, code) {
  const started = [];
  const start = (file, args) => {
    started.push([file, ...args]);
    writeFileSync(args.find((arg) => arg.startsWith('--junitxml=')).split('=')[1], xml);
    return Promise.resolve(code);
  };
  return { start, started };
}

describe('pythonTests', () => {
  it('says that it leaves them out where no Python has pytest', async () => {
    const lines = [];
    const count = await pythonTests({
      pythons: [inRoot('no-python-here')],
      print: (line) => lines.push(line),
    });
    expect(count).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(lines).toEqual([
      'Left out: the tests of training/ need Python with pytest, and there is none here (pip install pytest).',
    ]);
  });

  it('runs them with the first Python that has it, and says which packages are missing', async () => {
    const { start, started } = python(report('errors="0" failures="0" skipped="1" tests="8"', SKIPPED), 0);
    const lines = [];
    const pythons = ['bare', 'fit', 'fit too'];
    const isFit = (name) => name.startsWith('fit');
    const count = await pythonTests({ pythons, isFit, start, print: (line) => lines.push(line) });
    expect(count).toEqual({ passed: 7, failed: 0, skipped: 1 });
    expect(started.map(([file]) => file)).toEqual(['fit']);
    expect(started[0]).toContain(inRoot('training', 'tests'));
    expect(lines).toEqual(['Left out: what needs torch (pip install -r training/requirements.txt).']);
  });
});
