import { copyFileSync, createReadStream, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The folder below the page's where the engine looks for them. */
const FOLDER = 'wasm';

/**
 * Plain and SIMD. Threads are left out: they need cross-origin isolation, which a page framed on a slide rarely has.
 */
const FILES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'];

/**
 * Serves TF.js' WebAssembly files as `wasm/NAME` during development and copies them into `dist/wasm/` after a build, so
 * that they always are those of the installed package.
 */
export function wasmBinaries(): Plugin {
  const source = dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'),
  );
  let outDir = '';
  return {
    name: 'headlight:wasm-binaries',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir, FOLDER);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const name = FILES.find((file) => path.endsWith(`/${FOLDER}/${file}`));
        if (!name) return next();
        const file = join(source, 'dist', name);
        response.setHeader('Content-Type', 'application/wasm');
        response.setHeader('Content-Length', statSync(file).size);
        createReadStream(file).pipe(response);
      });
    },
    writeBundle() {
      mkdirSync(outDir, { recursive: true });
      for (const name of FILES) copyFileSync(join(source, 'dist', name), join(outDir, name));
    },
  };
}
