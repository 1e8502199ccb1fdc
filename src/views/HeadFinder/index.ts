export { HeadFinder } from './HeadFinder.tsx';
export type { FinderChoice, HeadFinderProps, HeadFinderWords } from './props.ts';
