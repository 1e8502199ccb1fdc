import type { HeadPlace } from '../../layout/index.ts';
import type { ChosenHeads } from '../ModelFigure/index.ts';

/** Whether a head is the one, or among those, that are drawn large. */
export function isChosen(
  { chosen }: { readonly chosen: ChosenHeads },
  { kind, layer, head }: HeadPlace,
): boolean {
  return chosen.kind === kind && chosen.layer === layer && chosen.heads.includes(head);
}
