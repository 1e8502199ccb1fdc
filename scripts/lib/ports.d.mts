/** Types of ports.mjs, for the configurations written in TypeScript. */
export declare function isFree(port: number): Promise<boolean>;
export declare function nextFree(first: number, tries?: number): Promise<number | null>;
