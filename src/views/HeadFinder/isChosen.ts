import type { HeadAt } from '../../contract/index.ts';

import type { ChosenHeads } from '../ModelFigure/props.ts';

/** Whether a head is the one, or among those, that are drawn large. */
export function isChosen(
  { chosen }: { readonly chosen: ChosenHeads },
  { kind, layer, head }: HeadAt,
): boolean {
  return chosen.kind === kind && chosen.layer === layer && chosen.heads.includes(head);
}
