import { StrictMode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  type Cell,
  type Frame,
  type HeadSet,
  type HeadWeights,
  type Intervention,
  MATRIX_WORDS,
  PALETTES,
  type ResolvedTheme,
  type StageName,
} from '../../../src/contract/index.ts';
import { createTranslator, loadLanguage } from '../../../src/i18n/index.ts';
import { INSPECT_STEPS, type InspectStepName } from '../../../src/layout/index.ts';
import { CellInspector, MatrixView } from '../../../src/views/index.ts';
import '../../../src/app/app.css';
import { type RealScene, realScene } from './inspectScene.ts';

declare global {
  interface Window {
    /** For the specs: the numbers behind the picture, and what the view reported. */
    inspected?: { readonly frames: ReadonlyMap<StageName, Frame>; closed: number; cell: string };
    /** Draws another query string's picture; the model stays loaded. */
    show?: (query: string) => Promise<void>;
  }
}

const SIZES = { phone: [358, 0], large: [1000, 850], desk: [700, 560] } as const;

function changesAt(cell: Cell, set: HeadSet): Readonly<Record<string, readonly Intervention[]>> {
  return {
    before: [{ type: 'forbid', mode: 'before', cells: [cell], ...set }],
    after: [{ type: 'forbid', mode: 'after', cells: [cell], ...set }],
    row: [{ type: 'forbid', mode: 'before', cells: [{ query: cell.query, key: null }], ...set }],
    undivided: [{ type: 'scale', factor: null, ...set }],
    twice: [{ type: 'scale', factor: 2, ...set }],
    window: [{ type: 'mask', mask: 'window', size: 2, ...set }],
    zero: [{ type: 'off', way: 'zero', ...set }],
    mean: [{ type: 'off', way: 'mean', ...set }],
    first: [{ type: 'off', way: 'first', ...set }],
  };
}

/** What the query string asks for: the right pane with the bundled model's numbers, at a cell and a step. */
await loadLanguage('zh-CN');

function askedIn(query: string) {
  const asked = new URLSearchParams(query);
  const one = <T extends string>(list: readonly T[], name: string, first: T): T =>
    list.find((word) => word === asked.get(name)) ?? first;
  const int = (name: string, first: number) => Number(asked.get(name) ?? first);
  const kind: AttentionKind = one(ATTENTION_KINDS, 'kind', 'encoder');
  const [layer, head] = [int('layer', 2), int('head', 4)];
  const cell = { query: int('q', 8), key: int('k', 1) };
  return {
    kind,
    layer,
    head,
    cell,
    theme: one(['light', 'dark', 'contrast'] as const, 'theme', 'light') satisfies ResolvedTheme,
    palette: one(PALETTES, 'palette', 'hue'),
    text: asked.get('text') ?? "The animal didn't cross the street because it was too tired.",
    t: createTranslator(asked.get('lang') === 'zh-CN' ? 'zh-CN' : 'en'),
    size: SIZES[one(['desk', 'phone', 'large'] as const, 'size', 'desk')],
    step: one(INSPECT_STEPS, 'step', 'project'),
    isEmpty: asked.has('empty'),
    words: one(MATRIX_WORDS, 'matrixWords', 'rows'),
    asMatrices: asked.get('view') === 'matrices',
    changes: changesAt(cell, { kind, layer, heads: [head] })[asked.get('change') ?? ''] ?? [],
  };
}
type Asked = ReturnType<typeof askedIn>;

const report = (what: 'closed' | 'cell', value: string | number) => {
  if (window.inspected) Object.assign(window.inspected, { [what]: value });
};

interface GalleryProps {
  readonly asked: Asked;
  readonly scene: RealScene;
}

function Gallery({ asked, scene }: GalleryProps) {
  const [step, setStep] = useState<InspectStepName>(asked.step);
  const { kind, layer, head, changes, theme, palette, t, cell, isEmpty } = asked;
  const shared = {
    kind,
    layer,
    head,
    changes,
    theme,
    palette,
    queryTokens: scene.queryTokens,
    keyTokens: scene.keyTokens,
    frames: isEmpty ? new Map<StageName, Frame>() : scene.frames,
    weights: isEmpty ? new Map<number, HeadWeights>() : scene.weights,
    encoderLayers: scene.info.encoder.layers,
    t,
    onClose: () => report('closed', (window.inspected?.closed ?? 0) + 1),
    takesFocus: true,
  };
  if (asked.asMatrices) {
    const onCell = (at: Cell) => report('cell', `${at.query}.${at.key}`);
    const words = asked.words;
    return <MatrixView {...shared} words={words} onWords={() => undefined} pinned={null} onCell={onCell} />;
  }
  return <CellInspector {...shared} cell={cell} step={step} onStep={setStep} />;
}

let shown = 0;

async function show(root: Root, query: string): Promise<void> {
  const asked = askedIn(query);
  const [width, height] = asked.size;
  document.documentElement.dataset.theme = asked.theme;
  document.documentElement.lang = asked.t.language;
  const scene = await realScene(asked.text, asked.kind, asked.layer, asked.changes);
  window.inspected = { frames: scene.frames, closed: 0, cell: '' };
  shown += 1;
  const page = (
    <StrictMode key={shown}>
      <main className="app-head" style={{ display: 'block', padding: 16 }}>
        <div style={{ width, height: height || undefined }}>
          <Gallery asked={asked} scene={scene} />
        </div>
      </main>
    </StrictMode>
  );
  flushSync(() => root.render(page));
}

const place = document.getElementById('root');
if (place) {
  const root = createRoot(place);
  window.show = (query) => show(root, query);
  void show(root, window.location.search);
}
