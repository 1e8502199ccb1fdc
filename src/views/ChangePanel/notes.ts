import {
  GREEDY,
  type HeadMeaning,
  type Mask,
  meaningOf,
  ownMasks,
  PARTS,
  positionsOf,
} from '../../contract/index.ts';
import { short } from '../../layout/index.ts';
import type { ChangePanelProps, ChangeSection } from './props.ts';

/** The first chosen head. */
export function headOf({ at }: Pick<ChangePanelProps, 'at'>) {
  return { kind: at.kind, layer: at.layer, head: at.heads[0] ?? 0 };
}

/** What the changes mean for the first chosen head. */
export const meaningAt = (props: Pick<ChangePanelProps, 'at' | 'changes'>): HeadMeaning =>
  meaningOf(props.changes, headOf(props));

/** Cells, rows and columns together. */
const countOf = (forbidden: HeadMeaning['forbidden']): number =>
  forbidden.reduce((sum, { cells }) => sum + cells.length, 0);

/** Of its masks the one that the panel shows: the last that is not its kind's own; null where it has its own alone. */
export function shownMask(
  props: Pick<ChangePanelProps, 'at' | 'changes'>,
): { readonly mask: Mask; readonly size: number } | null {
  const own = ownMasks(props.at.kind);
  const { masks } = meaningAt(props);
  const last = masks.filter(({ mask }) => !own.some((held) => held.mask === mask)).at(-1);
  if (last) return last;
  return masks.length === own.length ? null : { mask: 'none', size: 1 };
}

/**
 * What is changed in each section, in a few words, for the eye that looks for it among folded ones; null where
 * nothing is.
 */
export function notesOf(props: ChangePanelProps): Readonly<Record<ChangeSection, string | null>> {
  const { changes, decoding, heads, words, locale } = props;
  const mask = shownMask(props);
  const { forbidden, factor } = meaningAt(props);
  const painted = countOf(forbidden);
  const moved = PARTS.flatMap((part) => {
    const change = positionsOf(changes, part);
    return change ? [words.positions.note(part, change.way)] : [];
  });
  // Without drawing or searching, only the temperature counts.
  const trained = decoding.way === 'greedy' && decoding.temperature === GREEDY.temperature;
  return {
    heads: heads.off + heads.hidden > 0 ? words.heads.note(heads.off, heads.hidden) : null,
    mask: mask || painted > 0 ? words.mask.note(mask?.mask ?? null, mask?.size ?? 0, painted) : null,
    scale: factor === 1 ? null : words.scale.note(factor === null ? null : short(factor, locale)),
    positions: moved.length > 0 ? moved.join(', ') : null,
    output: trained ? null : words.output.note(decoding),
  };
}
