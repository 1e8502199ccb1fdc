export { ActiveChanges } from './ActiveChanges.tsx';
export type { ActiveChange, ActiveChangesProps, ActiveChangesWords } from './props.ts';
