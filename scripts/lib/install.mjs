// Brings node_modules in step with package-lock.json, and only when they differ.
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runNpm } from './processes.mjs';

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Whether what npm noted down at its last install is what the lockfile asks for. Contents are compared, not dates: a
 * checkout changes dates. Optional packages may be missing: npm leaves out those made for other systems.
 * @param {{packages: Record<string, {version?: string, optional?: boolean, peer?: boolean}>} | null} wanted
 * package-lock.json
 * @param {{packages: Record<string, {version?: string}>} | null} present node_modules/.package-lock.json
 */
export function isInstalled(wanted, present) {
  if (!wanted?.packages || !present?.packages) return false;
  return Object.entries(wanted.packages).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = present.packages[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/**
 * Runs `npm ci` when the packages are missing or not the lockfile's. @returns {Promise<boolean>} false when that
 * failed
 */
export async function install() {
  const wanted = readJson(inRoot('package-lock.json'));
  if (isInstalled(wanted, readJson(inRoot('node_modules', '.package-lock.json')))) return true;
  console.log('Installing packages (npm ci); this happens once …');
  const code = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (code === 0) return true;
  console.error(
    'The packages could not be installed. Is this machine online? The lines above have npm’s own words.',
  );
  return false;
}
