import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ResolvedTheme, Shown } from '../../src/contract/index.ts';
import { createTranslator } from '../../src/i18n/index.ts';
import { type ActiveChange, ActiveChanges, Translation } from '../../src/views/index.ts';
import './changes.css';
import { stepsOf } from './figureScene.ts';

/** The list of changes and the French they changed, with made-up words; the query string says which. */
const asked = new URLSearchParams(window.location.search);
const themes: readonly ResolvedTheme[] = ['light', 'dark', 'contrast'];
const theme = themes.find((one) => one === asked.get('theme')) ?? 'light';
const t = createTranslator(asked.get('lang') === 'zh-CN' ? 'zh-CN' : 'en');
const phone = asked.has('phone');
document.documentElement.dataset.theme = theme;
document.documentElement.lang = t.language;

const head = (kind: 'encoder' | 'cross', layers: string, heads: string) =>
  t('change.place', { kind: t(`change.kind.${kind}`), layers, count: 1, heads, some: 1 });
const ALL: readonly ActiveChange[] = [
  { id: 'off', kind: 'encoder', text: t('change.off.zero', { place: head('encoder', '3', '5') }) },
  {
    id: 'forbid',
    kind: 'cross',
    text: t('change.forbidAfter', {
      query: t('change.quote', { word: "qu'" }),
      key: t('change.quote', { word: 'street' }),
      place: head('cross', '4', '2'),
      mode: t('change.mode.before'),
    }),
  },
  { id: 'positions', kind: null, text: t('change.positions.off', { part: t('change.part.encoder') }) },
  { id: 'decoding', kind: null, text: t('decoding.beam') },
];

/** Of the made-up French, two words that were others. */
const CHANGED: ReadonlyMap<number, string | null> = new Map([
  [11, 'elle'],
  [14, 'fatiguée'],
]);

function Page() {
  const [changes, setChanges] = useState(ALL.slice(0, Number(asked.get('count') ?? ALL.length)));
  const [shown, setShown] = useState<Shown>('after');
  const [pointed, setPointed] = useState<number | null>(null);
  return (
    <main className="gallery-changes" data-phone={phone || undefined}>
      {changes.length === 0 ? null : (
        <ActiveChanges
          changes={changes}
          onRemove={(id) => setChanges(changes.filter((change) => change.id !== id))}
          onReset={() => setChanges([])}
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
