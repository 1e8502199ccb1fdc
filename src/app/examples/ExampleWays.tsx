import { Button } from '../../ui/index.ts';
import { useApp, useWords } from '../context.tsx';
import { elsewhereOf } from './elsewhere.ts';
import { useChooseExample, useChooseOther, useHalfName, useShownExample } from './useExample.ts';
import './examples.css';

/** To the head in which the example is seen, where the one on screen does not show it. */
function ElsewhereButton({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const choose = useChooseExample();
  const elsewhere = useApp(elsewhereOf);
  if (elsewhere === null) return null;
  const { layer, head } = elsewhere.at;
  const name = { layer: layer + 1, head: head + 1 };
  return (
    <Button
      label={t('example.go', name)}
      short={compact ? `→ ${name.head}` : `→ ${t('head.head', name)}`}
      look="quiet"
      onPress={() => choose(elsewhere.example.half)}
    />
  );
}

/** Beneath the sentence of an example: the way to its other half, and to the head that shows it. */
export function ExampleWays({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const shown = useShownExample();
  const chooseOther = useChooseOther();
  const nameOf = useHalfName();
  const away = useApp((state) => elsewhereOf(state) !== null);
  const other = shown?.other ?? null;
  if (shown === null || (other === null && !away)) return null;
  const name = other === null ? '' : nameOf(other);
  return (
    <span className="app-other-half" data-ways={away && other !== null ? 'two' : undefined}>
      <ElsewhereButton compact={compact} />
      {other === null ? null : (
        <Button
          label={t('example.other', { word: name })}
          short={compact ? '⇄' : `⇄ ${name}`}
          look="quiet"
          onPress={() => chooseOther(shown)}
        />
      )}
    </span>
  );
}
