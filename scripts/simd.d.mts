/** The whole text of src/engine/simd/binaries.ts. @throws Error with the compiler's words */
export function binariesText(): Promise<string>;
