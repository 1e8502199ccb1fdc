import { createReadStream, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { wasmBinaries } from '../scripts/wasmBinaries.ts';

const ROOT = dirname(fileURLToPath(new URL('.', import.meta.url)));

/** Every page in a folder of `e2e` and below it. */
const pagesOf = (folder: string) =>
  readdirSync(join(ROOT, 'e2e', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(ROOT, 'e2e', folder, file));

/** Serves the reference numbers of `fixtures/` as they lie there. */
function fixtures(): Plugin {
  return {
    name: 'headlight:fixtures',
    configurePreviewServer(server) {
      server.middlewares.use('/fixtures', (request, response, next) => {
        const file = join(ROOT, 'fixtures', new URL(request.url ?? '/', 'http://localhost').pathname);
        const length = statSync(file, { throwIfNoEntry: false })?.size;
        if (length === undefined) return next();
        response.setHeader('Content-Length', length);
        createReadStream(file).pipe(response);
      });
    },
  };
}

/**
 * The gallery and the engine's harness, built for their tests, which open such a page more than a hundred times: served
 * module by module it takes four times as long. With NODE_ENV=development React warns, and the tests hold that it
 * does not.
 */
export default defineConfig({
  root: ROOT,
  base: './',
  mode: 'development',
  appType: 'mpa',
  plugins: [react(), wasmBinaries(), fixtures()],
  worker: { format: 'es' },
  build: {
    outDir: '.vite/pages',
    target: 'es2022',
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: { input: ['engine', 'gallery'].flatMap(pagesOf) },
  },
});
