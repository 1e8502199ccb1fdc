export type { ArcsChange } from './change.ts';
export * from './TokenArcs.tsx';
