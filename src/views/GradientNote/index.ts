export { GradientNote } from './GradientNote.tsx';
export { GradientView } from './GradientView.tsx';
export type {
  GradientCell,
  GradientNoteProps,
  GradientViewProps,
  GradientWords,
  Influence,
} from './props.ts';
