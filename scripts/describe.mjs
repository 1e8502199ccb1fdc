// Writes what the page needs to know of a model besides its weights, all measured by running it: first-view.json (the
// head the page opens with), heads.json (what heads do), first-result.json and .bin (the first picture), and
// manifest.json anew. Usage: node scripts/describe.mjs public/models/en-fr [--keep-labels] With --keep-labels
// heads.json stays: training/evaluate.py measured it on more sentences than this does.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const folder = process.argv[2];
const keepLabels = process.argv.includes('--keep-labels');
if (!folder) {
  console.error('Usage: node scripts/describe.mjs FOLDER [--keep-labels]');
  process.exit(2);
}
// Vite runs the page's own TypeScript in Node, so that the stored picture is the engine's.
const vite = await createServer({
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  logLevel: 'warn',
});
try {
  const { describeModel } = await vite.ssrLoadModule('/scripts/model/describe.ts');
  await describeModel(path.resolve(folder), keepLabels);
} finally {
  await vite.close();
}
const manifest = path.join(path.dirname(fileURLToPath(import.meta.url)), 'manifest.mjs');
process.exit(spawnSync(process.execPath, [manifest, folder], { stdio: 'inherit' }).status ?? 1);
