export { ModelFigure } from './ModelFigure.tsx';
export type {
  ChosenHeads,
  FigureBars,
  FigureChange,
  LabelledHead,
  ModelFigureProps,
  ModelFigureWords,
} from './props.ts';
