import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Decoding, GREEDY, type ResolvedTheme, type Shown } from '../../../src/contract/index.ts';
import { createTranslator, loadLanguage } from '../../../src/i18n/index.ts';
import type { ChangeLine, Meaning, TokenName } from '../../../src/layout/index.ts';
import { ActiveChanges, Translation } from '../../../src/views/index.ts';
import './changes.css';
import { stepsOf } from '../figure/figureScene.ts';

/** The list of changes and the French they changed, with made-up words; the query string says which. */
const asked = new URLSearchParams(window.location.search);
const themes: readonly ResolvedTheme[] = ['light', 'dark', 'contrast'];
const theme = themes.find((one) => one === asked.get('theme')) ?? 'light';
await loadLanguage('zh-CN');
const t = createTranslator(asked.get('lang') === 'zh-CN' ? 'zh-CN' : 'en');
const phone = asked.has('phone');
document.documentElement.dataset.theme = theme;
document.documentElement.lang = t.language;

const word = (label: string): TokenName => ({ label, role: 'text', nth: 0, position: 0 });
const line = (id: string, meaning: Meaning): ChangeLine => ({ id, meaning, parts: [] });
const LINES: readonly ChangeLine[] = [
  line('off', { say: 'off', way: 'zero', place: { kind: 'encoder', layers: [2], heads: [4] } }),
  line('forbid', {
    say: 'forbid',
    mode: 'before',
    place: { kind: 'cross', layers: [3], heads: [1] },
    queries: [word("qu'")],
    keys: [word('street')],
  }),
  line('positions', { say: 'positions', part: 'encoder', way: 'off', by: 0, seed: 1 }),
];
const count = Number(asked.get('count') ?? LINES.length + 1);

/** Of the made-up French, two words that were others. */
const CHANGED: ReadonlyMap<number, string | null> = new Map([
  [11, 'elle'],
  [14, 'fatiguée'],
]);

function Page() {
  const [lines, setLines] = useState(LINES.slice(0, count));
  const [decoding, setDecoding] = useState<Decoding | null>(
    count > LINES.length ? { ...GREEDY, way: 'beam' } : null,
  );
  const [shown, setShown] = useState<Shown>('after');
  const [pointed, setPointed] = useState<number | null>(null);
  return (
    <main className="gallery-changes" data-phone={phone || undefined}>
      {lines.length === 0 && decoding === null ? null : (
        <ActiveChanges
          lines={lines}
          onRemove={(gone) => setLines(lines.filter((one) => one !== gone))}
          decoding={decoding}
          onGreedy={() => setDecoding(null)}
          onReset={() => {
            setLines([]);
            setDecoding(null);
          }}
          shown={shown}
          onShown={setShown}
          compact={phone}
          t={t}
        />
      )}
      <Translation
        steps={stepsOf(1)}
        translation="L'animal"
        target={null}
        onTarget={() => {}}
        pointed={pointed}
        onPoint={setPointed}
        pinned={null}
        onPin={() => {}}
        endId={0}
        lang="fr"
        changed={CHANGED}
        message={t('changed.became', {
          before: t('change.quote', { word: 'elle' }),
          after: t('change.quote', { word: 'il' }),
        })}
        how={t('translation.how', { milliseconds: '9.4', backend: 'wasm' })}
        t={t}
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
