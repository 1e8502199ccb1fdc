import { ATTENTION, type Depth, type HeadAt, type ModelCard } from '../../contract/index.ts';
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import { type AppState, type Choice, type Chosen, choiceOf, chosenOf } from '../../state/index.ts';
import { looksAheadOf } from '../changes/headActs.ts';
import { poolingNote } from '../changes/poolingWords.ts';
import { useApp, useWords } from '../context.tsx';

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

/** What there is to say of a layer's heads: the model's own labels, and the names a person gave. */
interface Notes {
  readonly labels: ModelCard['headLabels'];
  readonly names: Choice['names'];
}

/** The person's own name of a head, and what it was measured to do; none when it has neither. */
function notesOf(t: Translate, { labels, names }: Notes, at: Chosen, head?: number): readonly string[] {
  const is = (one: HeadAt): boolean => one.kind === at.kind && one.layer === at.layer && one.head === head;
  const own = names.find(is)?.name;
  const { label = '', taught = false } = labels.find(is) ?? {};
  const key = `headLabel.${label}`;
  const measured = isMessageKey(key) ? [t(key), ...(taught ? [t('head.taught')] : [])] : [];
  return [...(own === undefined ? [] : [own]), ...measured];
}

const NO_LABELS: ModelCard['headLabels'] = [];
const labelsOf = (state: AppState): ModelCard['headLabels'] => state.card?.headLabels ?? NO_LABELS;
const namesOf = (state: AppState): Choice['names'] => choiceOf(state).names;

/** Names one of several heads, with what is said of it: `head 5 · links a pronoun to its noun`. */
export function useHeadNotes(): (head: number) => string {
  const t = useWords();
  const chosen = useApp(chosenOf);
  const notes = { labels: useApp(labelsOf), names: useApp(namesOf) };
  return (head) => [t('head.head', { head: head + 1 }), ...notesOf(t, notes, chosen, head)].join(' · ');
}

/** Of one head alone; null when there is nothing to say. */
export function noteOfHead(t: Translate, state: AppState, { kind, layer, head }: HeadAt): string | null {
  const notes = { labels: labelsOf(state), names: namesOf(state) };
  return notesOf(t, notes, { kind, layer, heads: [head] }, head).join(' · ') || null;
}

/**
 * How heads, layers and columns were put together; else the chosen head's own name, and what it was measured to do.
 * Null when unknown.
 */
export function headNote(t: Translate, state: AppState): string | null {
  const { kind, layer, heads } = chosenOf(state);
  const pooled = poolingNote(t, state);
  if (pooled !== null || heads.length > 1) return pooled;
  return noteOfHead(t, state, { kind, layer, head: heads[0] ?? 0 });
}
