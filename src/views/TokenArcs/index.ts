export * from './TokenArcs.tsx';
