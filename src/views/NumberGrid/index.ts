export type { GridLabel } from './label.ts';
export { NumberGrid, type NumberGridProps } from './NumberGrid.tsx';
