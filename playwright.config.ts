import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './scripts/lib/chromium.mjs';
import { nextFree } from './scripts/lib/ports.mjs';

/** A port kept for a whole run: the configuration is read again in every worker, which must find the same one. */
async function portFor(variable: string, first: number): Promise<number> {
  const port = Number(process.env[variable]) || (await nextFree(first));
  if (!port) throw new Error(`No free port from ${first} on`);
  process.env[variable] = String(port);
  return port;
}

const built = await portFor('HEADLIGHT_BUILT_PORT', 4310);
// Taken some seconds after it was found free: another run on this machine shall not find the same one.
const pages = await portFor('HEADLIGHT_PAGES_PORT', 4410 + 10 * (process.pid % 100));
const executablePath = await findChromium();
const VITE = 'node node_modules/vite/bin/vite.js';
const PAGES = '--config e2e/vite.config.ts';
const vite = (command: string, port: number) =>
  `${VITE} ${command} --host 127.0.0.1 --port ${port} --strictPort`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    {
      name: 'page',
      testIgnore: ['engine/**', 'gallery/**'],
      use: { baseURL: `http://127.0.0.1:${built}/` },
    },
    {
      name: 'engine',
      testMatch: ['engine/**/*.spec.ts', 'gallery/**/*.spec.ts'],
      use: { baseURL: `http://127.0.0.1:${pages}/` },
    },
  ],
  webServer: [
    // The built page, as it is deployed; the build is a step of its own, before.
    { command: vite('preview', built), url: `http://127.0.0.1:${built}/`, timeout: 60_000 },
    // The gallery, and the harness that talks to the engine without the page, built from their sources as they are now.
    {
      command: `${VITE} build ${PAGES} --logLevel error && ${vite('preview', pages)} ${PAGES}`,
      url: `http://127.0.0.1:${pages}/e2e/engine/index.html`,
      env: { NODE_ENV: 'development' },
      timeout: 180_000,
    },
  ],
});
