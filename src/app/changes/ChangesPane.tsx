import { useMemo } from 'react';
import { type Decoding, GREEDY } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { ChangeLine } from '../../layout/index.ts';
import { choiceOf, isChanged } from '../../state/index.ts';
import { type ActiveChange, ActiveChanges } from '../../views/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { changeLinesOf, changeWords, decodingOf, decodingWords } from './changeSentences.ts';

/** The line that says how the French is written; it is no change inside the model. */
const DECODING = 'decoding';

/** All that is changed, in words; empty as a rule. */
export function activeChanges(
  t: Translate,
  lines: readonly ChangeLine[],
  decoding: Decoding | null,
): readonly ActiveChange[] {
  const changes = lines.map(
    ({ id, meaning }): ActiveChange => ({
      id,
      text: changeWords(t, meaning),
      kind: 'place' in meaning ? meaning.place.kind : null,
    }),
  );
  return decoding === null
    ? changes
    : [...changes, { id: DECODING, text: decodingWords(t, decoding), kind: null }];
}

/** The list of changes; nothing, and no room taken, while the model is as it came. */
export function ChangesPane({ compact = false }: { readonly compact?: boolean }) {
  const t = useWords();
  const { act } = useHeadlight();
  const changed = useApp(isChanged);
  const lines = useApp(changeLinesOf);
  const decoding = useApp(decodingOf);
  const shown = useApp((state) => choiceOf(state).shown);
  const changes = useMemo(() => activeChanges(t, lines, decoding), [t, lines, decoding]);
  if (!changed) return null;
  const remove = (id: string): void => {
    if (id === DECODING) act.setDecoding(GREEDY);
    else act.dropChanges(lines.find((line) => line.id === id)?.parts ?? []);
  };
  return (
    <ActiveChanges
      changes={changes}
      onRemove={remove}
      onReset={act.resetChanges}
      shown={shown}
      onShown={act.show}
      compact={compact}
      t={t}
    />
  );
}
