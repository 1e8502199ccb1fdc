import {
  type AttentionKind,
  type Decoding,
  GREEDY,
  type HeadMeaning,
  hasSize,
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

/** Said of several heads that differ in it. */
export const MIXED = 'mixed';

/** What the heads of the scope have in common; `mixed` where they differ. */
export function commonOf<T extends string | number | null>(
  { inScope, changes }: Pick<ChangePanelProps, 'inScope' | 'changes'>,
  of: (meaning: HeadMeaning, kind: AttentionKind) => T,
): T | typeof MIXED {
  const [first, ...rest] = new Set(inScope.map((head) => of(meaningOf(changes, head), head.kind)));
  return first === undefined || rest.length > 0 ? MIXED : first;
}

/** Cells, rows and columns together. */
const countOf = (forbidden: HeadMeaning['forbidden']): number =>
  forbidden.reduce((sum, { cells }) => sum + cells.length, 0);

interface SizedMask {
  readonly mask: Mask;
  readonly size: number;
}

/** Of a head's masks the one the panel shows: the last that is not its kind's own; null where it has its own alone. */
export function shownMask({ masks }: HeadMeaning, kind: AttentionKind): SizedMask | null {
  const own = ownMasks(kind);
  const last = masks.filter(({ mask }) => !own.some((held) => held.mask === mask)).at(-1);
  if (last) return last;
  return masks.length === own.length ? null : { mask: 'none', size: 1 };
}

type Say = ChangePanelProps['t'];

/** `3 off, 1 hidden` */
function headsNote(
  t: Say,
  { off, hidden }: Pick<ChangePanelProps['heads'], 'off' | 'hidden'>,
): string | null {
  if (hidden === 0) return off === 0 ? null : t('panel.heads.noteOff', { off });
  return off === 0 ? t('panel.heads.noteHidden', { hidden }) : t('panel.heads.noteBoth', { off, hidden });
}

/** `window 2, 3 by hand`. @param cells how many cells, rows and columns are forbidden by hand */
function maskNote(t: Say, held: SizedMask | null, cells: number): string | null {
  if (held === null) return cells === 0 ? null : t('panel.mask.noteCells', { cells });
  const sized = hasSize(held.mask) ? ` ${held.size}` : '';
  const mask = `${t(`panel.mask.${held.mask}`)}${sized}`;
  return cells === 0 ? mask : t('panel.mask.noteBoth', { mask, cells });
}

function scaleNote(t: Say, factor: number | null): string | null {
  if (factor === null) return t('panel.scale.noteNone');
  return factor === 1 ? null : t('panel.scale.factorValue', { factor: short(factor, t.language) });
}

function outputNote(t: Say, { way, width, temperature }: Decoding): string {
  if (way === 'beam') return t('panel.output.noteBeam', { width });
  if (way === 'sample') return t('panel.output.sample');
  return t('panel.output.noteTemperature', { temperature: t.number(temperature) });
}

/**
 * What is changed in each section, in a few words, for the eye that looks for it among folded ones; null where
 * nothing is.
 */
export function sectionNotes(props: ChangePanelProps): Readonly<Record<ChangeSection, string | null>> {
  const { changes, decoding, heads, t } = props;
  const meaning = meaningOf(changes, headOf(props));
  const { forbidden, factor } = meaning;
  const mask = shownMask(meaning, props.at.kind);
  const moved = PARTS.flatMap((part) => {
    const change = positionsOf(changes, part);
    return change
      ? [
          t('panel.positions.note', {
            part: t(`panel.positions.${part}`),
            way: t(`panel.positions.${change.way}`),
          }),
        ]
      : [];
  });
  // Without drawing or searching, only the temperature counts.
  const trained = decoding.way === 'greedy' && decoding.temperature === GREEDY.temperature;
  return {
    heads: headsNote(t, heads),
    mask: maskNote(t, mask, countOf(forbidden)),
    scale: scaleNote(t, factor),
    positions: moved.length > 0 ? moved.join(', ') : null,
    output: trained ? null : outputNote(t, decoding),
  };
}
