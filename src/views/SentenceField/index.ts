export { SentenceField, type SentenceFieldProps, type SentenceFieldWords } from './SentenceField.tsx';
export type { Highlight } from './segments.ts';
