import { type ShowRequest, UNCHANGED } from '../../contract/index.ts';

/** What a page asks that changes nothing. */
export const asking = (text: string, target: string | null): ShowRequest => ({
  text,
  target,
  ...UNCHANGED,
});
