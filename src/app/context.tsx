import { createContext, type ReactNode, use, useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ResolvedLanguage, ResolvedTheme } from '../contract/index.ts';
import {
  createTranslator,
  hasFailed,
  loadLanguage,
  resolveLanguage,
  spokenNow,
  type Translate,
  watchLanguages,
} from '../i18n/index.ts';
import { type AppState, choiceOf } from '../state/index.ts';
import { useMedia } from '../ui/index.ts';
import type { Desk } from './changes/panelState.ts';
import type { Headlight } from './session/headlight.ts';

const HeadlightContext = createContext<Headlight | null>(null);

/** The page's store, actions and session. */
export function useHeadlight(): Headlight {
  const headlight = use(HeadlightContext);
  if (headlight === null) throw new Error('useHeadlight: only inside HeadlightProvider');
  return headlight;
}

/** A part of the state; the component draws again when it changes. */
export function useApp<Part>(select: (state: AppState) => Part): Part {
  return useStore(useHeadlight().store, select);
}

/** Likewise of what lies open on the page. */
export function useDesk<Part>(select: (desk: Desk) => Part): Part {
  return useStore(useHeadlight().desk, select);
}

/** The chosen theme, or what `auto` is on this device; on paper never a dark one. */
export function useTheme(): ResolvedTheme {
  const theme = useApp((state) => choiceOf(state).theme);
  const contrast = useMedia('(prefers-contrast: more)');
  const dark = useMedia('(prefers-color-scheme: dark)');
  const paper = useMedia('print');
  if (paper) return theme === 'contrast' ? 'contrast' : 'light';
  if (theme !== 'auto') return theme;
  if (contrast) return 'contrast';
  return dark ? 'dark' : 'light';
}

/** The chosen language, or the browser's: that in which the page is to speak. */
export function useAskedLanguage(): ResolvedLanguage {
  const language = useApp((state) => choiceOf(state).language);
  return resolveLanguage(language, navigator.languages);
}

/**
 * The words of the chosen language, or of the browser's: for a finger, where there is no mouse. English as long as the
 * words of another are on their way.
 */
export function useWords(): Translate {
  const asked = useAskedLanguage();
  const language = useSyncExternalStore(watchLanguages, () => spokenNow(asked));
  const touch = useMedia('(hover: none) and (pointer: coarse)');
  return createTranslator(language, touch);
}

/** Tells the stylesheet and the browser which theme and language the page has. */
function Appearance({ title }: { readonly title: 'page.title' | 'page.embedTitle' }) {
  const theme = useTheme();
  const asked = useAskedLanguage();
  const t = useWords();
  useEffect(() => {
    // What could not be fetched is tried again when it is chosen again.
    if (!hasFailed(asked)) void loadLanguage(asked);
  }, [asked]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = t.language;
    document.title = t(title);
  }, [t, title]);
  return null;
}

/** Stands last on the page: when it was drawn, all the rest of this state was. */
function Committed() {
  const { painting } = useHeadlight();
  const state = useApp((all) => all);
  useEffect(() => painting.committed(state), [painting, state]);
  return null;
}

export function HeadlightProvider(props: {
  readonly headlight: Headlight;
  readonly title: 'page.title' | 'page.embedTitle';
  readonly children: ReactNode;
}) {
  return (
    <HeadlightContext value={props.headlight}>
      <Appearance title={props.title} />
      {props.children}
      <Committed />
    </HeadlightContext>
  );
}
