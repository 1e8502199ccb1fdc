export { ModelFigure } from './ModelFigure.tsx';
export type { ChosenHeads, LabelledHead, ModelFigureProps, ModelFigureWords } from './props.ts';
