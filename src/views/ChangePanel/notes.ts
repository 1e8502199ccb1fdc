import { GREEDY } from '../../contract/index.ts';
import { changesAt, positionsAt, scaleAt, short } from '../../layout/index.ts';
import type { ChangePanelProps, ChangeSection } from './props.ts';

/** The first chosen head. */
export function headOf({ at }: Pick<ChangePanelProps, 'at'>) {
  return { kind: at.kind, layer: at.layer, head: at.heads[0] ?? 0 };
}

/** How many cells, rows and columns the chosen head may not read by hand. */
function paintedOf(props: ChangePanelProps): number {
  return changesAt(props.changes, 'forbid', headOf(props)).reduce((sum, { cells }) => sum + cells.length, 0);
}

/**
 * What is changed in each section, in a few words, for the eye that looks for it among folded ones; null where
 * nothing is.
 */
export function notesOf(props: ChangePanelProps): Readonly<Record<ChangeSection, string | null>> {
  const { changes, decoding, heads, words, locale } = props;
  const mask = changesAt(changes, 'mask', headOf(props)).at(-1) ?? null;
  const painted = paintedOf(props);
  const scale = scaleAt(changes, headOf(props));
  const moved = (['encoder', 'decoder'] as const).flatMap((part) => {
    const change = positionsAt(changes, part);
    return change ? [words.positions.note(part, change.way)] : [];
  });
  // Without drawing or searching, only the temperature counts.
  const trained = decoding.way === 'greedy' && decoding.temperature === GREEDY.temperature;
  return {
    heads: heads.off + heads.hidden > 0 ? words.heads.note(heads.off, heads.hidden) : null,
    mask: mask || painted > 0 ? words.mask.note(mask?.mask ?? null, mask?.size ?? 0, painted) : null,
    scale: scale ? words.scale.note(scale.factor === null ? null : short(scale.factor, locale)) : null,
    positions: moved.length > 0 ? moved.join(', ') : null,
    output: trained ? null : words.output.note(decoding),
  };
}
