import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  type Cell,
  type Frame,
  type HeadWeights,
  type Intervention,
  PALETTES,
  type ResolvedTheme,
  type StageName,
} from '../../../src/contract/index.ts';
import { createTranslator } from '../../../src/i18n/index.ts';
import { INSPECT_STEPS, type InspectStepName } from '../../../src/layout/index.ts';
import { CellInspector, MatrixView } from '../../../src/views/index.ts';
import '../../../src/app/app.css';
import { type RealScene, realScene } from './inspectScene.ts';

declare global {
  interface Window {
    /** For the specs: the numbers behind the picture, and what the view reported. */
    inspected?: { readonly frames: ReadonlyMap<StageName, Frame>; closed: number; cell: string };
  }
}

/** The right pane with the bundled model's numbers; the query string says which cell and step. */
const asked = new URLSearchParams(window.location.search);
const one = <T extends string>(list: readonly T[], name: string, first: T): T =>
  list.find((word) => word === asked.get(name)) ?? first;
const int = (name: string, first: number) => Number(asked.get(name) ?? first);
const kind: AttentionKind = one(ATTENTION_KINDS, 'kind', 'encoder');
const theme: ResolvedTheme = one(['light', 'dark', 'contrast'] as const, 'theme', 'light');
const palette = one(PALETTES, 'palette', 'hue');
const [layer, head] = [int('layer', 2), int('head', 4)];
const cell = { query: int('q', 8), key: int('k', 1) };
const text = asked.get('text') ?? "The animal didn't cross the street because it was too tired.";
const t = createTranslator(asked.get('lang') === 'zh-CN' ? 'zh-CN' : 'en');
const sizes = { phone: [358, 0], large: [1000, 850], desk: [700, 560] } as const;
const [width, height] = sizes[one(['desk', 'phone', 'large'] as const, 'size', 'desk')];
document.documentElement.dataset.theme = theme;
document.documentElement.lang = t.language;

const set = { kind, layer, heads: [head] } as const;
const CHANGES: Readonly<Record<string, readonly Intervention[]>> = {
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
const changes = CHANGES[asked.get('change') ?? ''] ?? [];

const report = (what: 'closed' | 'cell', value: string | number) => {
  if (window.inspected) Object.assign(window.inspected, { [what]: value });
};

function Gallery({ scene }: { readonly scene: RealScene }) {
  const [step, setStep] = useState<InspectStepName>(one(INSPECT_STEPS, 'step', 'project'));
  const shared = {
    kind,
    layer,
    head,
    changes,
    theme,
    palette,
    queryTokens: scene.queryTokens,
    keyTokens: scene.keyTokens,
    frames: asked.has('empty') ? new Map<StageName, Frame>() : scene.frames,
    weights: asked.has('empty') ? new Map<number, HeadWeights>() : scene.weights,
    encoderLayers: scene.info.encoder.layers,
    t,
    onClose: () => report('closed', (window.inspected?.closed ?? 0) + 1),
    takesFocus: true,
  };
  if (asked.get('view') === 'matrices') {
    const onCell = (at: Cell) => report('cell', `${at.query}.${at.key}`);
    return <MatrixView {...shared} onCell={onCell} />;
  }
  return <CellInspector {...shared} cell={cell} step={step} onStep={setStep} />;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  const scene = await realScene(text, kind, layer, changes);
  window.inspected = { frames: scene.frames, closed: 0, cell: '' };
  createRoot(root).render(
    <StrictMode>
      <main className="app-head" style={{ display: 'block', padding: 16 }}>
        <div style={{ width, height: height || undefined }}>
          <Gallery scene={scene} />
        </div>
      </main>
    </StrictMode>,
  );
}

void start();
