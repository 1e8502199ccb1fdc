/** The whole text of src/engine/kernels/simd/binaries.ts. @throws Error with the compiler's words */
export function binariesText(): Promise<string>;
