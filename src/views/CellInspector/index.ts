export * from './CellInspector.tsx';
export type { CellInspectorProps, CellInspectorWords, CellNames, StripName } from './props.ts';
