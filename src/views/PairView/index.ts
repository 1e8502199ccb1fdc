export { PairView } from './PairView.tsx';
export type { PairCell, PairMode, PairSide, PairViewProps, PairViewWords } from './props.ts';
