import { GREEDY } from '../../contract/index.ts';
import { choiceOf, isChanged } from '../../state/index.ts';
import { ActiveChanges } from '../../views/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { changeLinesOf, decodingOf } from './changeLines.ts';

/** The list of changes; nothing, and no room taken, while the model is as it came. */
export function ChangesPane({ compact = false }: { readonly compact?: boolean }) {
  const t = useWords();
  const { act } = useHeadlight();
  const changed = useApp(isChanged);
  const lines = useApp(changeLinesOf);
  const decoding = useApp(decodingOf);
  const shown = useApp((state) => choiceOf(state).shown);
  if (!changed) return null;
  return (
    <ActiveChanges
      lines={lines}
      onRemove={({ parts }) => act.dropChanges(parts)}
      decoding={decoding}
      onGreedy={() => act.setDecoding(GREEDY)}
      onReset={act.resetChanges}
      shown={shown}
      onShown={act.show}
      compact={compact}
      t={t}
    />
  );
}
