import { Button } from '../../ui/index.ts';
import { useApp, useWords } from '../context.tsx';
import { type Elsewhere, elsewhereOf } from './elsewhere.ts';
import { useChooseOther, useChoosePatch, useHalfName, useShownExample } from './useExample.ts';
import './examples.css';

/** To the head that reads the word, where the one on screen does not. */
function ElsewhereButton(props: { readonly elsewhere: Elsewhere; readonly compact: boolean }) {
  const { elsewhere, compact } = props;
  const t = useWords();
  const choose = useChoosePatch();
  const { layer, head } = elsewhere.at;
  const name = { layer: layer + 1, head: head + 1 };
  return (
    <Button
      label={t('example.go', name)}
      short={compact ? `→ ${name.head}` : `→ ${t('head.head', name)}`}
      look="quiet"
      onPress={() => choose(elsewhere.patch)}
    />
  );
}

/** Beneath the sentence: the way to an example’s other half, and to the head that reads its word or the pinned one. */
export function ExampleWays({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const shown = useShownExample();
  const chooseOther = useChooseOther();
  const nameOf = useHalfName();
  const elsewhere = useApp(elsewhereOf);
  const other = shown?.other ?? null;
  if (other === null && elsewhere === null) return null;
  const name = other === null ? '' : nameOf(other);
  return (
    <span className="app-other-half" data-ways={elsewhere !== null && other !== null ? 'two' : undefined}>
      {elsewhere === null ? null : <ElsewhereButton elsewhere={elsewhere} compact={compact} />}
      {shown === null || other === null ? null : (
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
