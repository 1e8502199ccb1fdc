import type { HeadAt } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/** Counted from 1, as on screen. */
const placed = ({ layer, head }: HeadAt) => ({ layer: layer + 1, head: head + 1 });

/** A head in a sentence, and for a screen reader: "encoder, layer 3, head 5". */
export function spokenHead(t: Translate<'head'>, at: HeadAt): string {
  return t(`head.name.${at.kind}`, placed(at));
}

/** A head for the eye: "Encoder · layer 3 · head 5". */
export function shownHead(t: Translate<'head'>, at: HeadAt): string {
  return t(`head.shown.${at.kind}`, placed(at));
}
