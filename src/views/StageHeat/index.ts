export * from './StageHeat.tsx';
