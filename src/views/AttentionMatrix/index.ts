export * from './AttentionMatrix.tsx';
