// What changed since the branch left main, and which unit tests can tell.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, ROOT } from './paths.mjs';

/** Files that tests read instead of importing them, and what runs them: Vitest cannot tell whom they concern. */
const CONCERNS_ALL = /^(public|fixtures)\/|^(package-lock|package|tsconfig)\.json$|^vite(st)?\.config\.ts$/;

/** What Vitest can follow imports from. */
const SOURCE = /^(src|scripts|bench|e2e)\/.*\.(ts|tsx|mjs|json)$/;

/** Tests that read the repository instead of importing what they test, so that any file may concern them. */
const ALWAYS = /^scripts\/.*\.test\.(mjs|ts)$/;

/**
 * Vitest's arguments for the tests that a change can make fail.
 * @param {readonly string[]} changed paths in the project
 * @param {readonly string[]} files all paths of the project
 * @returns {{args: readonly string[], message: string}}
 */
export function testsFor(changed, files) {
  const [cause] = changed.filter((path) => CONCERNS_ALL.test(path));
  if (cause)
    return { args: ['run'], message: `${cause} changed, which may concern any test: all unit tests.` };
  const sources = changed.filter((path) => SOURCE.test(path));
  const always = files.filter((path) => ALWAYS.test(path));
  const message =
    `${sources.length} of ${changed.length} changed files can concern unit tests: ` +
    'run are those that import them, and those of scripts.';
  return { args: ['related', '--run', ...new Set([...sources, ...always])], message };
}

const git = (...args) =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\0')
    .filter(Boolean);

/** Where this branch left the fork's main, or else this one's; on main itself what is not committed has changed. */
function leftMain() {
  for (const main of ['origin/main', 'main']) {
    try {
      return git('merge-base', 'HEAD', main)[0].trim();
    } catch {
      // No such branch here; the next one may be.
    }
  }
  return 'HEAD';
}

const isThere = (path) => existsSync(inRoot(path));

/** Paths that differ from where this branch left main, committed or not, and are still there. */
export function changedFiles() {
  const paths = [
    ...git('diff', '--name-only', '-z', leftMain()),
    ...git('ls-files', '-z', '--others', '--exclude-standard'),
  ];
  return paths.filter(isThere);
}

/** All paths that git knows or would take, and that are there. */
export const allFiles = () =>
  git('ls-files', '-z', '--cached', '--others', '--exclude-standard').filter(isThere);
