import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentPolicy } from './scripts/contentPolicy.ts';
import { lightPages } from './scripts/lightPages.ts';
import { tensorflowUnion } from './scripts/tensorflowUnion.ts';
import { wasmBinaries } from './scripts/wasmBinaries.ts';

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  // Relative addresses: the built folder works at any path of any static host.
  base: './',
  // Several pages and no fall-back: a file that is not there is a 404, not the explorer's HTML.
  appType: 'mpa',
  plugins: [react(), wasmBinaries(), lightPages(), contentPolicy()],
  worker: { format: 'es', plugins: () => [tensorflowUnion()] },
  // Found at once, so that the server of the tests need not stop and reload the page when a module first asks for one.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
    ],
  },
  build: {
    target: 'es2022',
    // TF.js comes to about 1 MB in the worker's file; Vite's hint at 500 kB is meant for pages.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: { index: page('index.html'), embed: page('embed.html') },
      output: {
        codeSplitting: {
          // React changes less often than our code: browsers keep its file over a new version of the page.
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});
