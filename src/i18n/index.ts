export type { MessageKey } from './en/index.ts';
export * from './language.ts';
export * from './translator.ts';
