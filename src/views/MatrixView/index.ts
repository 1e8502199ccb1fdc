export * from './MatrixView.tsx';
export type { MatrixViewProps, MatrixViewWords, SpokenNumber } from './props.ts';
