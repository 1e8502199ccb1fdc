// npm start: installs, builds when needed, serves the page on this machine and opens it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import process from 'node:process';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node.mjs';
import { givenBack, helpOf, OptionError, parseOptions } from './lib/options.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { isFree, nextFree } from './lib/ports.mjs';
import { isStale } from './lib/stale.mjs';

const FIRST_PORT = 5173;
const OPTIONS = {
  port: { kind: 'port', help: `serve on this port (else ${FIRST_PORT}, or the next free one)` },
  'no-open': { kind: 'flag', help: 'print the address, open no browser' },
  help: { kind: 'flag', help: 'print this and end' },
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

function readOptions() {
  try {
    return parseOptions(givenBack(process.argv.slice(2), process.env), OPTIONS);
  } catch (error) {
    if (error instanceof OptionError) return fail(error.message);
    throw error;
  }
}

/** The asked port when it is free, else the first free one; ends the process when there is none. */
async function choosePort(asked) {
  if (asked !== null) {
    if (await isFree(asked)) return asked;
    return fail(`Port ${asked} is taken by another program. Choose another one, or leave --port away.`);
  }
  return (
    (await nextFree(FIRST_PORT)) ?? fail(`No free port from ${FIRST_PORT} on. Choose one with --port N.`)
  );
}

/** Opens the address in the person's browser; a machine without one is no error. */
function openBrowser(address) {
  if (
    process.env.CI ||
    (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
  )
    return;
  const [file, args] = {
    darwin: ['open', [address]],
    win32: ['cmd', ['/c', 'start', '', address]],
  }[process.platform] ?? ['xdg-open', [address]];
  spawn(file, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** Serves `dist` on both loop-back addresses: browsers may ask either for `localhost`. */
async function serve(vite, port) {
  const server = await vite.preview({
    root: ROOT,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port, strictPort: true, open: false },
  });
  createServer(server.middlewares)
    .on('error', () => {})
    .listen(port, '::1');
  return server;
}

requireNode();
const options = readOptions();
if (options.help) {
  console.log(helpOf('npm start -- [options]', OPTIONS));
  process.exit(0);
}
if (!(await install())) process.exit(1);
const port = await choosePort(options.port);
const vite = await import('vite');
if (isStale()) {
  console.log('Building the page …');
  await vite
    .build({ root: ROOT, configFile: inRoot('vite.config.ts'), logLevel: 'warn' })
    .catch((error) => fail(`The page could not be built: ${error.message}`));
}
await serve(vite, port);
const address = `http://localhost:${port}/`;
console.log(`Headlight is at ${address} (stop it with Ctrl+C)`);
if (!options['no-open']) openBrowser(address);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
