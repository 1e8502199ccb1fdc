// AssemblyScript, compiled by scripts/simd.mjs to src/engine/kernels/simd/binaries.ts: the engine's loops in 128-bit
// SIMD. TF.js's wasm backend has one attention-sized batched product at 4 GFLOPS and no Add & Norm; these loops take
// a tenth of its time, and products with several rows half of it, where the browser has fused multiply-add (relaxed
// SIMD). All numbers are float32, row-major; pointers are byte offsets into this module's own memory.

export { attention } from './attention';
export { attentionChanged } from './changed';
export { packPanels, product } from './products';
export { addNorm, summarize } from './rows';

/** Where memory begins that the compiler has put nothing in. */
export function heapBase(): usize {
  return __heap_base;
}

/** Bytes [from, from + 64 KiB · pages) exist after this; false when the browser has no more memory. */
export function reserve(bytes: i32): bool {
  const pages = (bytes + 65535) >>> 16;
  const missing = pages - memory.size();
  return missing <= 0 || memory.grow(missing) >= 0;
}
