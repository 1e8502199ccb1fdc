// Compiles src/engine/kernels/simd/*.as.ts (AssemblyScript) twice, with and without fused multiply-add, and writes
// the binaries as base64 to src/engine/kernels/simd/binaries.ts. A unit test compares that file with a fresh
// compilation.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src/engine/kernels/simd');

/** One binary as base64. @throws Error with the compiler's words */
async function compile(features) {
  // The compiler is slow to load: only those who compile pay for it.
  const { default: asc } = await import('assemblyscript/asc');
  /** The compiler asks for `products.ts`; the file is `products.as.ts`, which says that it is no TypeScript. */
  const source = (name) =>
    readFile(path.join(folder, name.replace(/\.ts$/, '.as.ts')), 'utf8').catch(() => null);
  let binary = null;
  const flags = features.flatMap((feature) => ['--enable', feature]);
  const { error, stderr } = await asc.main(
    ['kernels.ts', '--outFile', 'kernels.wasm', '-O3', '--noAssert', '--runtime', 'stub', ...flags],
    {
      readFile: source,
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`${error?.message ?? 'no binary'}\n${stderr}`);
  return Buffer.from(binary).toString('base64');
}

/** The whole text of binaries.ts. */
export async function binariesText() {
  const lines = (base64) =>
    base64
      .match(/.{1,100}/g)
      .map((line) => `  '${line}',`)
      .join('\n');
  const plain = await compile(['simd']);
  const fused = await compile(['simd', 'relaxed-simd']);
  return `// Made by \`node scripts/simd.mjs\` from the .as.ts files beside it; do not edit.
/** 128-bit SIMD. */
export const PLAIN: string = [
${lines(plain)}
].join('');

/** With fused multiply-add (relaxed SIMD). */
export const FUSED: string = [
${lines(fused)}
].join('');
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(path.join(folder, 'binaries.ts'), await binariesText());
}
