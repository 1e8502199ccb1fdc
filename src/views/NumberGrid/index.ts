export { type GridLabel, NumberGrid, type NumberGridProps } from './NumberGrid.tsx';
