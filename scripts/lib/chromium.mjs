// Finding a Chromium, or getting one: for npm test, the bench and the pictures.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { inRoot } from './paths.mjs';
import { run, runNode } from './processes.mjs';

/** The environment variable that names the browser to use. */
export const VARIABLE = 'HEADLIGHT_CHROMIUM';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Flags for every start: a browser that does no business of its own, and, as root, without its sandbox. */
export const CHROMIUM_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--enable-unsafe-swiftshader',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** Where browsers usually are on this system, by name in PATH first. */
function usualPlaces() {
  const extension = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + extension)));
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(process.env.HOME ?? '/', 'Applications')];
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return [
      ...inPath,
      ...apps.flatMap((app) => names.map((name) => `${app}/${name}.app/Contents/MacOS/${name}`)),
    ];
  }
  if (process.platform === 'win32') {
    const bases = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    tails.push('Microsoft\\Edge\\Application\\msedge.exe');
    return [...inPath, ...bases.filter(Boolean).flatMap((base) => tails.map((tail) => join(base, tail)))];
  }
  return [
    ...inPath,
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
  ];
}

/** Playwright itself, or null while the packages are not installed. */
const playwright = () => import('@playwright/test').catch(() => null);

/** Every Chromium that may be on this machine, likeliest first; the one the variable names, alone, when it is set. */
async function candidates() {
  const named = process.env[VARIABLE];
  if (named) return [named];
  const own = (await playwright())?.chromium.executablePath();
  return [...new Set([...usualPlaces(), own].filter((path) => path && isFile(path)))];
}

/**
 * The first Chromium found, not started; for configurations, which must not wait. Null when there is none.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  return (await candidates())[0] ?? null;
}

/** Whether a browser starts and shows a page. @returns {Promise<string | null>} what is wrong, or null */
export async function tryChromium(executablePath) {
  const driver = await playwright();
  if (!driver) return 'the packages are not installed';
  try {
    const browser = await driver.chromium.launch({ executablePath, args: CHROMIUM_ARGS, timeout: 60_000 });
    try {
      const page = await browser.newPage();
      await page.setContent('<p>ready</p>');
      return null;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return String(error.message ?? error).split('\n')[0];
  }
}

async function firstWorking(report) {
  for (const path of await candidates()) {
    const trouble = await tryChromium(path);
    if (trouble === null) return path;
    report(`${path} does not start: ${trouble}`);
  }
  return null;
}

const exists = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** The system's own way to install Chromium, as commands; empty where there is none or no right to use it. */
function systemInstall() {
  if (process.platform === 'darwin')
    return exists('brew') ? [['brew', ['install', '--cask', 'chromium']]] : [];
  if (process.platform !== 'linux') return [];
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return [];
  const managers = [
    ['apt-get', [['update'], ['install', '-y', 'chromium']]],
    ['dnf', [['install', '-y', 'chromium']]],
    ['pacman', [['-Sy', '--noconfirm', 'chromium']]],
    ['apk', [['add', 'chromium']]],
  ];
  const [manager, commands] = managers.find(([name]) => exists(name)) ?? ['', []];
  return commands.map((args) => (root ? [manager, args] : ['sudo', ['-n', manager, ...args]]));
}

/** The ways to get a Chromium, tried in this order until one works. */
function waysToInstall() {
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const privileged = process.platform === 'linux' && systemInstall().length > 0;
  return [
    { name: 'Playwright', go: () => runNode(cli, ['install', 'chromium']) },
    ...(privileged
      ? [{ name: 'its system libraries', go: () => runNode(cli, ['install-deps', 'chromium']) }]
      : []),
    {
      name: 'the system',
      go: async () => {
        for (const [file, args] of systemInstall()) await run(file, args);
      },
    },
  ];
}

/**
 * A Chromium that starts, installed if need be.
 * @param {(line: string) => void} report told what is tried
 * @returns {Promise<string | null>} its path, or null when none can be had
 */
export async function needChromium(report) {
  const found = await firstWorking(report);
  if (found || process.env[VARIABLE]) return found;
  for (const { name, go } of waysToInstall()) {
    report(`No Chromium that starts; trying ${name} …`);
    await go();
    const got = await firstWorking(report);
    if (got) return got;
  }
  return null;
}
