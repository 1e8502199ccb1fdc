import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './panels.css';
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

/** Opens a session and draws a page into `#root`. Called once per document. */
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
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <HeadlightProvider headlight={headlight} title={title}>
          {page}
        </HeadlightProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}
