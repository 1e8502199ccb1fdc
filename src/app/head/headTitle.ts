import { ATTENTION, type Depth, type HeadAt, type HeadLabel } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { type AppState, type Choice, type Chosen, choiceOf, chosenOf } from '../../state/index.ts';
import { looksAheadOf } from '../changes/headActs.ts';
import { poolingNote } from '../changes/poolingWords.ts';
import { useApp, useWords } from '../context.tsx';
import { labelText } from '../figure/labelledHeads.ts';
import { type HereAsked, hereNote } from './hereNote.ts';
import { pinnedPieceOf, viewedOf } from './viewedPicture.ts';

/** What else a title says: the layers drawn as one, and a decoder that has lost its causal mask. */
interface Drawn {
  readonly depth: Depth;
  readonly ahead: boolean;
}

const PLAIN: Drawn = { depth: 'layer', ahead: false };

/** "Encoder Self-Attention · layer 3 · head 5": layers and heads count from 1 on screen. Short: "… · 3 · 5". */
export function headTitle(
  t: Translate,
  { kind, layer, heads }: Chosen,
  short: boolean,
  { depth, ahead }: Drawn = PLAIN,
): string {
  const values = {
    kind: t(ATTENTION[kind].causal && ahead ? 'kind.decoderAhead' : `kind.${kind}`),
    layer: layer + 1,
    count: heads.length,
    heads: heads.map((head) => head + 1).join(', '),
  };
  if (depth === 'rollout') return t('head.titleAll', { ...values, layers: layer + 1 });
  if (depth !== 'layer' && layer > 0) return t('head.titleLayers', values);
  return t(short ? 'head.titleShort' : 'head.title', values);
}

export function useHeadTitle(short = false): string {
  const t = useWords();
  const chosen = useApp(chosenOf);
  const depth = useApp((state) => choiceOf(state).depth);
  const looks = useApp(looksAheadOf);
  const ahead = chosen.heads.some((head) => looks(chosen.layer, head));
  return headTitle(t, chosen, short, { depth, ahead });
}

const is =
  (at: HeadAt) =>
  ({ kind, layer, head }: HeadAt): boolean =>
    kind === at.kind && layer === at.layer && head === at.head;

/** What notes about heads are made from. */
interface Known extends Omit<HereAsked, 'at'> {
  readonly names: Choice['names'];
}

const knownOf = (state: AppState): Known => ({
  viewed: viewedOf(state),
  row: pinnedPieceOf(state)?.query ?? null,
  names: choiceOf(state).names,
});

/** The person's own name of a head, and what it does on the sentence on screen; none when it has neither. */
function notesOf(t: Translate, { names, ...asked }: Known, at: HeadAt): readonly string[] {
  const own = names.find(is(at))?.name;
  return [own, hereNote(t, { ...asked, at })].filter((note) => note !== undefined && note !== null);
}

/**
 * Names one of several heads, with what is said of it: `head 5 · here: “it” reads “animal” 96 %`; `short` only with
 * the person's own name of it.
 */
export function useHeadNotes(short: boolean): (head: number) => string {
  const t = useWords();
  const { kind, layer } = useApp(chosenOf);
  const viewed = useApp(viewedOf);
  const row = useApp((state) => pinnedPieceOf(state)?.query ?? null);
  const names = useApp((state) => choiceOf(state).names);
  return (head) => {
    const known = { viewed: short ? null : viewed, row, names };
    return [t('head.head', { head: head + 1 }), ...notesOf(t, known, { kind, layer, head })].join(' · ');
  };
}

/** What was measured of a head when the model was made; null where that is nothing. */
export function labelOfHead(state: AppState, at: HeadAt): HeadLabel | null {
  return state.card?.headLabels.find(is(at)) ?? null;
}

/** Of one head alone: its name, what it does here, then, unless short, on test sentences; null for nothing at all. */
export function noteOfHead(t: Translate, state: AppState, at: HeadAt, short = false): string | null {
  const label = short ? null : labelOfHead(state, at);
  const known = label && labelText(t, label);
  return [...notesOf(t, knownOf(state), at), ...(known === null ? [] : [known])].join(' · ') || null;
}

/** The one head that the title is about; null where several, or layers, are put together. */
export function titledHeadOf(t: Translate, state: AppState): HeadAt | null {
  const { kind, layer, heads } = chosenOf(state);
  return poolingNote(t, state) !== null || heads.length > 1 ? null : { kind, layer, head: heads[0] ?? 0 };
}

/** How heads, layers and columns were put together; else what there is to say of the chosen head. Null for nothing. */
export function headNote(t: Translate, state: AppState, short = false): string | null {
  const at = titledHeadOf(t, state);
  return at ? noteOfHead(t, state, at, short) : poolingNote(t, state);
}
