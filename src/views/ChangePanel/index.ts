export { ChangePanel } from './ChangePanel.tsx';
export type {
  ChangePanelProps,
  ChangePanelWords,
  ChangeSection,
  PositionsWay,
  ScaleNumbers,
} from './props.ts';
export { CHANGE_SECTIONS } from './props.ts';
