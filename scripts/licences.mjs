// Checks that everything the page ships is under a licence that lets anyone use it. Reads package-lock.json; run by
// npm test. A package whose licence is missing or outside the list ends it with 1.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { inRoot } from './lib/paths.mjs';

/** Licences that ask for no more than the notice to be kept. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
  'CC0-1.0',
]);

/**
 * Whether an SPDX expression can be met with allowed licences alone: one of the alternatives of `OR`, all parts of
 * `AND`.
 * @param {string | undefined} expression
 */
export function isAllowed(expression) {
  if (!expression) return false;
  // The one pair of brackets npm's packages use is around the whole; any other leaves a name that is on no list.
  const flat = expression.replace(/^\((.*)\)$/, '$1');
  return flat
    .split(/\s+OR\s+/)
    .some((part) => part.split(/\s+AND\s+/).every((name) => ALLOWED.has(name.trim())));
}

/**
 * The shipped packages of a lockfile: those not marked as used for development only.
 * @param {{packages: Record<string, {version: string, license?: string, dev?: boolean, devOptional?: boolean}>}} lock
 * @returns {{name: string, version: string, license: string | undefined}[]}
 */
export function shipped(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .map(([path, { version, license }]) => ({ name: path.split('node_modules/').at(-1), version, license }));
}

function main() {
  const packages = shipped(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')));
  const refused = packages.filter(({ license }) => !isAllowed(license));
  for (const { name, version, license } of refused) {
    console.error(
      `${name} ${version}: licence ${license ?? 'not stated'} is not on the list in scripts/licences.mjs`,
    );
  }
  console.log(
    `${packages.length} packages are shipped; ${refused.length} of them under a licence that is not allowed.`,
  );
  process.exitCode = refused.length > 0 || packages.length === 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith('licences.mjs')) main();
