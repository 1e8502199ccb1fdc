// The Node version this project needs, checked before anything else is imported.
import process from 'node:process';

/** Vite's own minimum within Node 20; older 20s may work, so they only get a warning. */
const ADVISED = [20, 19];
const NEEDED_MAJOR = 20;

/**
 * What to say about a Node version, e.g. `v18.2.0`.
 * @param {string} version
 * @returns {{ok: boolean, message: string | null}} `ok` false: this version cannot run the project.
 */
export function judgeNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const get = 'Newer versions are at https://nodejs.org.';
  if (!(major >= NEEDED_MAJOR)) {
    return {
      ok: false,
      message: `Headlight needs Node ${NEEDED_MAJOR} or newer; this is ${version}. ${get}`,
    };
  }
  if (major === ADVISED[0] && minor < ADVISED[1]) {
    return {
      ok: true,
      message: `Node ${version} is a little old: ${ADVISED.join('.')} or newer is advised. ${get}`,
    };
  }
  return { ok: true, message: null };
}

/** Ends the process with a message when Node is too old. */
export function requireNode() {
  const { ok, message } = judgeNode(process.version);
  if (message) console.error(message);
  if (!ok) process.exit(1);
}
