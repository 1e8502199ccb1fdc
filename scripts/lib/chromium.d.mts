/** Types of chromium.mjs, for the configurations written in TypeScript. */
export declare const VARIABLE: string;
export declare const CHROMIUM_ARGS: string[];
export declare function findChromium(): Promise<string | null>;
export declare function tryChromium(executablePath: string): Promise<string | null>;
export declare function needChromium(report: (line: string) => void): Promise<string | null>;
