export { ActiveChanges } from './ActiveChanges/ActiveChanges.tsx';
export { changeText, decodingText } from './ActiveChanges/changeText.ts';
export { AttentionMatrix } from './AttentionMatrix/AttentionMatrix.tsx';
export type { MatrixChange } from './AttentionMatrix/change.ts';
export { CellInspector } from './CellInspector/CellInspector.tsx';
export { ChangePanel } from './ChangePanel/ChangePanel.tsx';
export {
  CHANGE_SECTIONS,
  type ChangePanelProps,
  type ChangeSection,
  type ScaleNumbers,
} from './ChangePanel/props.ts';
export { DecoderTime } from './DecoderTime/DecoderTime.tsx';
export type { DecoderHead } from './DecoderTime/props.ts';
export { GradientNote } from './GradientNote/GradientNote.tsx';
export { GradientView } from './GradientNote/GradientView.tsx';
export { HeadFinder } from './HeadFinder/HeadFinder.tsx';
export type { FinderChoice } from './HeadFinder/props.ts';
export { HeadSwitch } from './HeadSwitch/HeadSwitch.tsx';
export { Legend, type LegendChange } from './Legend/Legend.tsx';
export { LogitLens } from './LogitLens/LogitLens.tsx';
export { MatrixView } from './MatrixView/MatrixView.tsx';
export { ModelFigure } from './ModelFigure/ModelFigure.tsx';
export type {
  FigureBars,
  FigureChange,
  LabelledHead,
  ModelFigureProps,
} from './ModelFigure/props.ts';
export { PaintBar } from './PaintBar/PaintBar.tsx';
export { PairView } from './PairView/PairView.tsx';
export type { PairMode, PairSide } from './PairView/props.ts';
export type { ReadingPanelProps } from './ReadingPanel/props.ts';
export { ReadingPanel } from './ReadingPanel/ReadingPanel.tsx';
export { SentenceField } from './SentenceField/SentenceField.tsx';
export type { Highlight } from './SentenceField/segments.ts';
export { StageHeat } from './StageHeat/StageHeat.tsx';
export type { ChangedHead } from './shared/changed.ts';
export type { HeadAct, ShownHeadState } from './shared/headStates.ts';
export { HEAD_ON } from './shared/headStates.ts';
export type { PictureNoteText } from './shared/PictureNote.tsx';
export { gutterPx, MOST_SHARED_ROWS } from './shared/sharedWords.ts';
export { stageTitle } from './shared/stageTitle.ts';
export { TokenArcs } from './TokenArcs/TokenArcs.tsx';
export { Translation } from './Translation/Translation.tsx';
