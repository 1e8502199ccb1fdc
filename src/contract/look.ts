import type { AttentionKind, Site } from './sites.ts';

/**
 * What a person can choose about the drawing; shared by state, layout and views. `cell` follows one number through
 * the head, `matrices` shows the head's matrices, `heads` finds heads, `time` plays the decoder, `lens` is the logit
 * lens, `pair` two pictures side by side.
 */
export const VIEWS = ['heatmap', 'arcs', 'cell', 'matrices', 'heads', 'time', 'lens', 'pair'] as const;
export type View = (typeof VIEWS)[number];

/** How several chosen heads are shown. */
export const COMBINES = ['side', 'mean', 'max', 'sum'] as const;
export type Combine = (typeof COMBINES)[number];

/** Which model is drawn: the changed one, the unchanged one, or the first less the second. */
export const SHOWNS = ['after', 'before', 'difference'] as const;
export type Shown = (typeof SHOWNS)[number];

/** What a cell's colour is: α̂, ‖α̂ v‖, the gradient with respect to α̂, or α̂ times that gradient. */
export const WEIGHINGS = ['pattern', 'value', 'gradient', 'product'] as const;
export type Weighing = (typeof WEIGHINGS)[number];

/** The full colour of gradients: the largest of all heads of the picture, or that of the head drawn. */
export const GRADIENT_SCALES = ['all', 'head'] as const;
export type GradientScale = (typeof GRADIENT_SCALES)[number];

/** One layer, or the layers up to it as one: their mean, their sum, or attention rollout. */
export const DEPTHS = ['layer', 'mean', 'sum', 'rollout'] as const;
export type Depth = (typeof DEPTHS)[number];

/** `hidden`: the columns of the first and the end token are left out, and each row is made to sum to 1 again. */
export const SINKS = ['shown', 'hidden'] as const;
export type Sink = (typeof SINKS)[number];

/** The figure beside the head, or folded away: then the head has its room, too. */
export const FIGURE_FOLDS = ['open', 'folded'] as const;
export type FigureFold = (typeof FIGURE_FOLDS)[number];

/** `on`: one picture for a hall, with the sentence and the French, and no controls. */
export const PRESENTINGS = ['off', 'on'] as const;
export type Presenting = (typeof PRESENTINGS)[number];

/** What a word is in the view of matrices: a row, as everywhere else, or a column, as the lecture writes it. */
export const MATRIX_WORDS = ['rows', 'columns'] as const;
export type MatrixWords = (typeof MATRIX_WORDS)[number];

/** How several query rows are read as one. */
export const ROWS_AS = ['mean', 'sum'] as const;
export type RowsAs = (typeof ROWS_AS)[number];

/** What a pattern alone tells of a head; src/layout/heads/headMeasures.ts defines each. */
export const PATTERN_MEASURES = [
  'distance',
  'entropy',
  'evenness',
  'same',
  'previous',
  'next',
  'first',
  'separator',
  'strongest',
] as const;
export type PatternMeasure = (typeof PATTERN_MEASURES)[number];

/** What heads can be ranked by; src/layout/heads/headRanking.ts defines the others. */
export const HEAD_MEASURES = [...PATTERN_MEASURES, 'link', 'effect'] as const;
export type HeadMeasure = (typeof HEAD_MEASURES)[number];

/** What a head's effect is of: one word of the target, or the mean over all of them. */
export const EFFECTS_OF = ['word', 'mean'] as const;
export type EffectOf = (typeof EFFECTS_OF)[number];

export const RANK_ORDERS = ['most', 'least'] as const;
export type RankOrder = (typeof RANK_ORDERS)[number];

/** One head of the model, from 0. */
export interface HeadAt {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
}

/** Every head of an attention, layer by layer. */
export function headsOfSite({
  kind,
  layers,
  heads,
}: Pick<Site, 'kind' | 'layers' | 'heads'>): readonly HeadAt[] {
  return Array.from({ length: layers * heads }, (_, i) => ({
    kind,
    layer: Math.floor(i / heads),
    head: i % heads,
  }));
}

/** A person's own name of a head. */
export interface NamedHead extends HeadAt {
  readonly name: string;
}

/** The second half of a pair: another sentence (`null`: the same one), and a head of its own. */
export interface Other extends HeadAt {
  readonly text: string | null;
}

/**
 * `fixed`: colour runs 0 … 1 for every cell; `row`: each row's largest cell gets the full colour (a labelled option).
 */
export const SCALES = ['fixed', 'row'] as const;
export type Scale = (typeof SCALES)[number];

/** Cells per sub-word piece, or per word (sum over keys, mean over queries). */
export const LEVELS = ['piece', 'word'] as const;
export type Level = (typeof LEVELS)[number];

export const PALETTES = ['hue', 'cividis', 'greys'] as const;
export type Palette = (typeof PALETTES)[number];

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
/** What `auto` became on this device. */
export type ResolvedTheme = Exclude<Theme, 'auto'>;

export const LANGUAGES = ['auto', 'en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];
export type ResolvedLanguage = Exclude<Language, 'auto'>;

/** A cell of the chosen head; counted from 0 over the tokens (or words, at word level) on screen. */
export interface Cell {
  readonly query: number;
  readonly key: number;
}
