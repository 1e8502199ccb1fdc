/** What a person can choose about the drawing; shared by state, layout and views. */
export const VIEWS = ['heatmap', 'arcs'] as const;
export type View = (typeof VIEWS)[number];

/** How several chosen heads are shown. */
export const COMBINES = ['side', 'mean', 'max'] as const;
export type Combine = (typeof COMBINES)[number];

/** `fixed`: colour runs 0 … 1 for every cell; `row`: each row's largest cell gets the full colour (a labelled option). */
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
