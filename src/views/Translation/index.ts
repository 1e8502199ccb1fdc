export type { TranslationProps, TranslationWords } from './props.ts';
export { Translation } from './Translation.tsx';
