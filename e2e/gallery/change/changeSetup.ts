import type { AttentionKind, Intervention, ResolvedTheme } from '../../../src/contract/index.ts';
import { attentionStage } from '../../../src/contract/index.ts';
import { createTranslator, loadLanguage } from '../../../src/i18n/index.ts';
import type { Matrix } from '../../../src/layout/index.ts';
import { CHANGE_SECTIONS } from '../../../src/views/index.ts';
import { infoOf } from '../figure/figureScene.ts';
import { sceneOf, weightsOf } from '../views/scenes.ts';
import { vectorsOf } from './changeScene.ts';

/** What changes the model and what shows it, with made-up numbers; the query string says which. */
export const asked = new URLSearchParams(window.location.search);
export const one = <T extends string>(list: readonly T[], name: string, first: T): T =>
  list.find((word) => word === asked.get(name)) ?? first;
export const theme: ResolvedTheme = one(['light', 'dark', 'contrast'] as const, 'theme', 'light');
export const kind: AttentionKind = one(['encoder', 'decoder', 'cross'] as const, 'kind', 'encoder');
await loadLanguage('zh-CN');
export const t = createTranslator(one(['en', 'zh-CN'] as const, 'lang', 'en'));
/** The head that is changed and drawn. */
export const name = t(`head.shown.${kind}`, { layer: 3, head: 5 });
export const phone = asked.has('phone');
document.documentElement.dataset.theme = theme;
document.documentElement.lang = t.language;

export const at = { kind, layer: 2, heads: [4] } as const;
export const head = { kind, layer: 2, head: 4 } as const;
export const info = infoOf([4, 4], [8, 8]);
export const scene = sceneOf(asked.get('scene') ?? 'lecture', kind);
export const before: Matrix = weightsOf(scene, kind, 3);
export const [T, S] = [before.T, before.S];
export const q = vectorsOf(attentionStage(kind, 2, 'q'), 8, T, 24, 1);
export const k = vectorsOf(attentionStage(kind, 2, 'k'), 8, S, 24, 2);

/** Changes to begin with, by name. */
export const set = { kind, layer: 2, heads: [4] } as const;
export const row = scene.queries.findIndex(({ text }) => text === 'it' || text === "'il");
export const STARTS: Readonly<Record<string, readonly Intervention[]>> = {
  none: [],
  before: [
    {
      type: 'forbid',
      mode: 'before',
      cells: [
        { query: row, key: 1 },
        { query: row, key: 6 },
      ],
      ...set,
    },
  ],
  after: [
    {
      type: 'forbid',
      mode: 'after',
      cells: [
        { query: row, key: 1 },
        { query: 2, key: 2 },
      ],
      ...set,
    },
  ],
  window: [{ type: 'mask', mask: 'window', size: 2, ...set }],
  ahead: [{ type: 'mask', mask: 'none', size: 1, ...set }],
  scale: [{ type: 'scale', factor: null, ...set }],
  off: [
    { type: 'off', way: 'zero', ...set },
    { type: 'off', way: 'mean', kind: 'encoder', layer: 3, heads: [0, 1, 2] },
    { type: 'off', way: 'first', kind: 'decoder', layer: 1, heads: null },
  ],
  positions: [{ type: 'positions', part: 'encoder', way: 'off', by: 0, seed: 1 }],
};
export const start = STARTS[asked.get('start') ?? 'none'] ?? [];
export const section = CHANGE_SECTIONS.find((name) => name === asked.get('open')) ?? null;
