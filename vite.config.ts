import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentPolicy } from './scripts/contentPolicy.ts';
import { lightPages } from './scripts/lightPages.ts';
import { wasmBinaries } from './scripts/wasmBinaries.ts';

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  // Relative addresses: the built folder works at any path of any static host.
  base: './',
  // Several pages and no fall-back: a file that is not there is a 404, not the explorer's HTML.
  appType: 'mpa',
  plugins: [react(), wasmBinaries(), lightPages(), contentPolicy()],
  worker: { format: 'es' },
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
