import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './panels.css';
import { loadLanguage, resolveLanguage } from '../i18n/index.ts';
import { choiceOf } from '../state/index.ts';
import { openSession } from '../worker/index.ts';
import { HeadlightProvider } from './context.tsx';
import type { HeadlightApi } from './session/api.ts';
import { createHeadlight } from './session/headlight.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';

declare global {
  interface Window {
    /** For scripts and tests; docs/API.md describes it. */
    headlight: HeadlightApi;
  }
}

/** Opens a session and draws a page into `#root` once the words of its language are here. Called once per document. */
export function mountPage(
  page: ReactNode,
  title: 'page.title' | 'page.embedTitle',
  writesLink: boolean,
): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('mountPage: the document has no #root');
  const headlight = createHeadlight({
    window,
    open: openSession,
    baseUrl: new URL('./', document.baseURI).href,
    writesLink,
  });
  window.headlight = headlight.api;
  const drawn = (
    <StrictMode>
      <ErrorBoundary>
        <HeadlightProvider headlight={headlight} title={title}>
          {page}
        </HeadlightProvider>
      </ErrorBoundary>
    </StrictMode>
  );
  const { language } = choiceOf(headlight.store.getState());
  // Drawn once its words are here, so that nobody sees a page change its language; the model comes meanwhile.
  void loadLanguage(resolveLanguage(language, navigator.languages)).then(() =>
    createRoot(root).render(drawn),
  );
}
