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

/** What the chosen head was measured to do, in words; for several heads as one, how they were joined. Null when unknown. */
export function headNote({ t }: Translator, state: AppState): string | null {
  const { kind, layer, heads } = chosenOf(state);
  const { combine } = choiceOf(state);
  if (heads.length > 1) return combine === 'side' ? null : t(`head.${combine}`, { count: heads.length });
  const found = state.card?.headLabels.find(
    (label) => label.kind === kind && label.layer === layer && label.head === heads[0],
  );
  const key = `headLabel.${found?.label ?? ''}`;
  return isMessageKey(key) ? t(key) : null;
}
