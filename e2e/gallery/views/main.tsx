import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  type Cell,
  PALETTES,
  type Palette,
  type ResolvedTheme,
} from '../../../src/contract/index.ts';
import { createTranslator } from '../../../src/i18n/index.ts';
import { joinWords } from '../../../src/layout/index.ts';
import { AttentionMatrix, Legend, ReadingPanel, TokenArcs } from '../../../src/views/index.ts';
import '../../../src/ui/theme.css';
import { sceneOf, weightsOf } from './scenes.ts';

/** One view region as the explorer lays it out, with made-up numbers; the query string says which. */
const asked = new URLSearchParams(window.location.search);
const one = <T extends string>(list: readonly T[], name: string, first: T): T =>
  list.find((word) => word === asked.get(name)) ?? first;
const kind: AttentionKind = one(ATTENTION_KINDS, 'kind', 'encoder');
const theme: ResolvedTheme = one(['light', 'dark', 'contrast'] as const, 'theme', 'light');
const palette: Palette = one(PALETTES, 'palette', 'hue');
const scale = one(['fixed', 'row'] as const, 'scale', 'fixed');
const phone = asked.has('phone');
const heads = Number(asked.get('heads') ?? 1);
const scene = sceneOf(asked.get('scene') ?? 'lecture', kind);
const pinAt = asked.get('pin')?.split('.').map(Number);
const t = createTranslator('en');
const name = t(`head.shown.${kind}`, { layer: 3, head: 5 });
document.documentElement.dataset.theme = theme;

function joined(seed: number) {
  const matrix = weightsOf(scene, kind, seed);
  if (!asked.has('words')) return { matrix, queries: scene.queries, keys: scene.keys };
  return joinWords(matrix, scene.queries, scene.keys);
}
const pictures = Array.from({ length: heads }, (_, i) => joined(i + Number(asked.get('seed') ?? 1)));

function Gallery() {
  const [pinned, setPinned] = useState<Cell | null>(
    pinAt ? { query: pinAt[0] ?? 0, key: pinAt[1] ?? 0 } : null,
  );
  const [hovered, setHovered] = useState<Cell | null>(null);
  const first = pictures[0];
  if (!first) return null;
  const common = { kind, theme, palette, scale, t, onPin: setPinned, onHover: setHovered };
  const size = { width: phone ? 358 : 700, height: phone ? 620 : 560 };
  return (
    <main style={{ display: phone ? 'block' : 'flex', gap: 24, padding: 16, width: phone ? 390 : 760 }}>
      <div style={{ ...size, width: phone ? 358 : 540, display: 'flex', gap: 12, flexWrap: 'wrap' }}>
        {pictures.map(({ matrix, queries, keys }, i) => {
          const props = { ...common, matrix, queryTokens: queries, keyTokens: keys, cell: pinned };
          const many = heads > 1;
          return (
            <div
              key={`head ${matrix.data.byteOffset}-${String(i)}`}
              style={{ width: many ? 250 : '100%', height: many ? 260 : '100%' }}
            >
              {asked.get('view') === 'arcs' ? (
                <TokenArcs {...props} name={name} mass={Number(asked.get('mass') ?? 0.8)} />
              ) : (
                <AttentionMatrix
                  {...props}
                  name={name}
                  compact={phone || many}
                  {...(many ? { title: `head ${i + 1}` } : {})}
                />
              )}
            </div>
          );
        })}
      </div>
      <div style={{ width: phone ? 358 : 150, display: 'flex', flexDirection: 'column', gap: 24 }}>
        <ReadingPanel
          {...common}
          matrix={first.matrix}
          queryTokens={first.queries}
          keyTokens={first.keys}
          cell={hovered ?? pinned}
          compact={phone}
        />
        <Legend kind={kind} theme={theme} palette={palette} scale={scale} t={t} />
      </div>
    </main>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
