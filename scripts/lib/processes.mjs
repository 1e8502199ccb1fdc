// Starting programs the same way on Linux, macOS and Windows.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ROOT } from './paths.mjs';

/**
 * Runs a program in the project's folder, its output on this terminal.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 127 when it cannot be started, 128 when a signal ended it
 */
export function run(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${file} cannot be started: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 128));
  });
}

/** Runs a JavaScript file with this Node. */
export const runNode = (file, args, options) => run(process.execPath, [file, ...args], options);

/**
 * Runs npm. Windows cannot start `npm.cmd` without a shell, so npm's own JavaScript is started by this Node: the one
 * that runs us, or the one that is installed beside Node.
 */
export function runNpm(args) {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const cli = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (cli) return runNode(cli, args);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** How a duration reads: `0.8 s`, `12 s`, `3 min 05 s`. */
export function inWords(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
