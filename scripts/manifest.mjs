// Writes manifest.json into a model's folder: every other file's length and SHA-256, which the page checks the bytes
// against. Usage: node scripts/manifest.mjs public/models/en-fr
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const MANIFEST = 'manifest.json';
const folder = process.argv[2];
if (!folder) {
  console.error('Usage: node scripts/manifest.mjs FOLDER');
  process.exit(2);
}

const files = {};
for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  if (name === MANIFEST || name.startsWith('.') || !statSync(path).isFile()) continue;
  const bytes = readFileSync(path);
  files[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
writeFileSync(join(folder, MANIFEST), `${JSON.stringify({ version: 1, files }, null, 2)}\n`);
console.log(`${join(folder, MANIFEST)}: ${Object.keys(files).length} files`);
