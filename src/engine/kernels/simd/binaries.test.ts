import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { binariesText } from '../../../../scripts/simd.mjs';

it('binaries.ts is what the .as.ts files compile to (else: node scripts/simd.mjs)', async () => {
  const text: string = await binariesText();
  expect(readFileSync('src/engine/kernels/simd/binaries.ts', 'utf8')).toBe(text);
}, 60_000);
