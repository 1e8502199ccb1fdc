export * from './AttentionMatrix.tsx';
export type { MatrixChange, MatrixChangeWords, Painting } from './change.ts';
