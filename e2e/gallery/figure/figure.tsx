import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { AttentionKind, ResolvedTheme } from '../../../src/contract/index.ts';
import { createTranslator, loadLanguage } from '../../../src/i18n/index.ts';
import { Button, Popover, ToggleGroup } from '../../../src/ui/index.ts';
import { ModelFigure, SentenceField, Translation } from '../../../src/views/index.ts';
import './figure.css';
import { framesOf, infoOf, stepsOf } from './figureScene.ts';

/** The left half, top and bottom of the explorer with made-up numbers; the query string says which. */
const asked = new URLSearchParams(window.location.search);
const pair = (name: string, first: readonly [number, number]): readonly [number, number] => {
  const [a = first[0], b = first[1]] = (asked.get(name) ?? '').split(',').map(Number);
  return a > 0 && b > 0 ? [a, b] : first;
};
const themes: readonly ResolvedTheme[] = ['light', 'dark', 'contrast'];
const theme = themes.find((one) => one === asked.get('theme')) ?? 'light';
await loadLanguage('zh-CN');
const t = createTranslator(asked.get('lang') === 'zh-CN' ? 'zh-CN' : 'en');
const phone = asked.has('phone');
const info = infoOf(pair('layers', [4, 4]), pair('heads', [8, 8]));
const [S, T] = pair('words', [14, 16]);
const frames = asked.has('empty') ? new Map() : framesOf(info, S, T);
const lecture = "The animal didn't cross the street because it was too tired.";
document.documentElement.dataset.theme = theme;
document.documentElement.lang = t.language;

const labels = [
  { kind: 'encoder', layer: 2, head: 4, label: 'antecedent', text: t('headLabel.antecedent') },
] as const;

function useChosen() {
  const [chosen, setChosen] = useState({ kind: 'encoder' as AttentionKind, layer: 2, heads: [4] });
  const choose = (kind: AttentionKind, layer: number, head: number, additive: boolean) =>
    setChosen((last) => {
      if (!additive || last.kind !== kind || last.layer !== layer) return { kind, layer, heads: [head] };
      const without = last.heads.filter((one) => one !== head);
      const heads = without.length < last.heads.length ? without : [...last.heads, head];
      return heads.length > 0 ? { kind, layer, heads } : last;
    });
  return { chosen, choose };
}

function Bar({ text, setText }: { readonly text: string; readonly setText: (text: string) => void }) {
  const it = text.indexOf(' it ') + 1;
  return (
    <header className="gallery-bar">
      <strong>{t('page.name')}</strong>
      <SentenceField
        text={text}
        lang="en"
        onText={setText}
        highlights={[
          { start: 4, end: 10, kind: 'encoder', role: 'key' },
          { start: it, end: it + 2, kind: 'encoder', role: 'query' },
        ]}
        message={asked.has('cut') ? t('sentence.cut', { words: 180 }) : undefined}
        t={t}
        size={phone ? 'block' : 'line'}
      />
      {phone ? null : (
        <Button label={t('bar.undo')} icon="undo" iconOnly keys="Control+Z" onPress={() => {}} />
      )}
      {phone ? null : <Button label={t('bar.redo')} icon="redo" iconOnly disabled onPress={() => {}} />}
      <Popover label={t('bar.settings')} icon="settings" iconOnly={phone}>
        <ToggleGroup
          label={t('settings.scale')}
          showLabel
          value="fixed"
          options={[
            { value: 'fixed', label: t('settings.scale.fixed') },
            { value: 'row', label: t('settings.scale.row') },
          ]}
          onChange={() => {}}
        />
      </Popover>
    </header>
  );
}

function Page() {
  const [text, setText] = useState(asked.get('text') ?? lecture);
  const [target, setTarget] = useState<string | null>(asked.has('own') ? "L'animal n'a pas" : null);
  const [pointed, setPointed] = useState<number | null>(null);
  const { chosen, choose } = useChosen();
  const figure = { info, frames, chosen, onChoose: choose, theme, palette: 'hue', labels, t } as const;
  return (
    <div className="gallery" data-phone={phone || undefined}>
      <Bar text={text} setText={setText} />
      <main className="gallery-figure">
        <ModelFigure {...figure} variant={phone ? 'strip' : asked.has('bare') ? 'bare' : 'figure'} />
      </main>
      <footer className="gallery-french">
        <Translation
          steps={asked.has('empty') ? [] : stepsOf(Number(asked.get('times') ?? 1))}
          translation="L'animal n'a pas traversé la rue parce qu'il était trop fatigué."
          target={target}
          onTarget={setTarget}
          pointed={pointed}
          onPoint={setPointed}
          pinned={11}
          onPin={() => {}}
          endId={0}
          lang="fr"
          how={t(target === null ? 'translation.how' : 'translation.howOwn', {
            milliseconds: '9.4',
            backend: 'wasm',
          })}
          t={t}
        />
      </footer>
    </div>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
