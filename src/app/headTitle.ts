import type { AttentionKind, ModelCard } from '../contract/index.ts';
import { isMessageKey, type Translator } from '../i18n/index.ts';
import { type AppState, type Chosen, choiceOf, chosenOf } from '../state/index.ts';
import { useApp, useWords } from './context.tsx';

/** "Encoder reads itself · layer 3 · head 5": layers and heads count from 1 on screen. Short: "… · 3 · 5". */
export function headTitle({ t }: Translator, { kind, layer, heads }: Chosen, short: boolean): string {
  const numbers = heads.map((head) => head + 1).join(', ');
  return t(short ? 'head.titleShort' : 'head.title', {
    kind: t(`kind.${kind}`),
    layer: layer + 1,
    count: heads.length,
    heads: numbers,
  });
}

export function useHeadTitle(short = false): string {
  const words = useWords();
  return headTitle(words, useApp(chosenOf), short);
}

function measuredNote(
  t: Translator['t'],
  labels: ModelCard['headLabels'] | undefined,
  kind: AttentionKind,
  layer: number,
  head: number | undefined,
): string | null {
  const found = labels?.find((one) => one.kind === kind && one.layer === layer && one.head === head);
  const key = `headLabel.${found?.label ?? ''}`;
  return isMessageKey(key) ? t(key) : null;
}

/** Names one of several heads, with what it was measured to do: `head 5 · links a pronoun to its noun`. */
export function useHeadNotes(): (head: number) => string {
  const { t } = useWords();
  const { kind, layer } = useApp(chosenOf);
  const labels = useApp((state) => state.card?.headLabels);
  return (head) => {
    const note = measuredNote(t, labels, kind, layer, head);
    return [t('head.head', { head: head + 1 }), ...(note === null ? [] : [note])].join(' · ');
  };
}

/** What the chosen head was measured to do, in words; for several heads as one, how they were joined. Null when unknown. */
export function headNote({ t }: Translator, state: AppState): string | null {
  const { kind, layer, heads } = chosenOf(state);
  const { combine } = choiceOf(state);
  if (heads.length > 1) return combine === 'side' ? null : t(`head.${combine}`, { count: heads.length });
  return measuredNote(t, state.card?.headLabels, kind, layer, heads[0]);
}
