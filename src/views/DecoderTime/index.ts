export { DecoderTime } from './DecoderTime.tsx';
export type { BeamWords, DecoderHead, DecoderTimeProps, DecoderTimeWords } from './props.ts';
