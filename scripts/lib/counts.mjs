// Counting tests out of the reports of the programs that run them.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @returns {Count} */
export const noTests = () => ({ passed: 0, failed: 0, skipped: 0 });

/** The sum of several counts. @param {readonly Count[]} counts */
export function sum(counts) {
  const total = noTests();
  for (const count of counts) for (const key of Object.keys(total)) total[key] += count[key];
  return total;
}

/** A step that is one test: it passed when its program ended with 0. */
export const countOne = (code) => ({ ...noTests(), [code === 0 ? 'passed' : 'failed']: 1 });

/**
 * A step whose program ended badly without a single failed test in its report (it crashed, or found no tests) has
 * failed once; one that ended well without any test has failed too, since nothing was proved.
 */
export function withCrash(count, code) {
  const ran = count.passed + count.failed;
  return count.failed === 0 && (code !== 0 || ran === 0) ? { ...count, failed: 1 } : count;
}

/**
 * @param {{testResults?: {status: string, assertionResults: {status: string}[]}[]} | null} report Vitest's JSON
 * @param {number} code its exit code
 * @returns {Count}
 */
export function countVitest(report, code) {
  const count = noTests();
  for (const { status, assertionResults } of report?.testResults ?? []) {
    // A file that breaks before its first test is one failure.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) count.failed++;
    for (const test of assertionResults) {
      if (test.status === 'passed') count.passed++;
      else if (test.status === 'failed') count.failed++;
      else count.skipped++;
    }
  }
  return withCrash(count, code);
}

/**
 * @param {{stats?: Record<string, number>, errors?: unknown[]} | null} report Playwright's JSON
 * @param {number} code its exit code
 * @returns {Count} a test that passed only at a second try counts as failed
 */
export function countPlaywright(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const failed = unexpected + flaky + (report?.errors?.length ?? 0);
  return withCrash({ passed: expected, failed, skipped }, code);
}

/** The last line of a run. @param {Count} count */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
