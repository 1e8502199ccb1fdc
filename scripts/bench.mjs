// npm run bench: how long the built page takes in a real Chromium, from the key to the picture; bench/requirements.ts
// has the limits it is held to.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { CHROMIUM_ARGS, needChromium, VARIABLE } from './lib/chromium.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node.mjs';
import { helpOf, OptionError, parseOptions } from './lib/options.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { nextFree } from './lib/ports.mjs';
import { isStale } from './lib/stale.mjs';

const FIRST_PORT = 4510;
const OPTIONS = {
  quick: { kind: 'flag', help: 'fewer repetitions' },
  patient: { kind: 'flag', help: 'wait for a quiet machine before each measurement, 15 minutes in all' },
  json: { kind: 'file', help: 'write every single figure there too' },
  help: { kind: 'flag', help: 'print this and end' },
};

function readOptions() {
  try {
    return parseOptions(process.argv.slice(2), OPTIONS);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

/** The measuring code, by Vite: it is TypeScript, like the page's. */
async function loadBench(vite) {
  const loader = await vite.createServer({
    root: ROOT,
    configFile: false,
    server: { middlewareMode: true, ws: false, watch: null },
    appType: 'custom',
    logLevel: 'warn',
  });
  try {
    return await loader.ssrLoadModule('/bench/index.ts');
  } finally {
    await loader.close();
  }
}

async function buildIfStale(vite) {
  if (!isStale()) return;
  console.log('Building the page …');
  await vite.build({ root: ROOT, configFile: inRoot('vite.config.ts'), logLevel: 'warn' });
}

/** Serves `dist`, opens a browser, measures, and ends both. */
async function measure(vite, executablePath, { quick, patient }) {
  const { bench } = await loadBench(vite);
  const { chromium } = await import('@playwright/test');
  const port = await nextFree(FIRST_PORT);
  const preview = { host: '127.0.0.1', port, strictPort: true, open: false };
  const server = await vite.preview({ root: ROOT, logLevel: 'warn', preview });
  try {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
    try {
      const address = `http://127.0.0.1:${port}/`;
      return await bench({ browser, address, quick, patient, print: console.log });
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

requireNode();
const options = readOptions();
if (options.help) {
  console.log(helpOf('npm run bench -- [options]', OPTIONS));
  process.exit(0);
}
if (!(await install())) process.exit(1);
const executablePath = await needChromium(console.log);
if (!executablePath) {
  console.error(`No Chromium can be had here. Install Chromium or Chrome, or name one in ${VARIABLE}.`);
  process.exit(1);
}
const vite = await import('vite');
await buildIfStale(vite);
const figures = await measure(vite, executablePath, options);
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 1)}\n`);
process.exit(figures.requirements.every(({ met }) => met) ? 0 : 1);
