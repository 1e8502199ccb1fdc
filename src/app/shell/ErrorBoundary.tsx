import { Component, type ReactNode } from 'react';
import { createTranslator, resolveLanguage, spokenNow } from '../../i18n/index.ts';

interface Props {
  readonly children: ReactNode;
}

/**
 * When drawing itself fails: says so, and loads the page anew. The address holds the sentence and all that was
 * chosen, so nothing is lost.
 */
export class ErrorBoundary extends Component<Props, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    const t = createTranslator(spokenNow(resolveLanguage('auto', navigator.languages)));
    return (
      <main className="app-broken" role="alert">
        <h1>{t('page.name')}</h1>
        <p>{t('error.page')}</p>
        <p className="app-quiet">{message}</p>
        <button type="button" className="ui-button" onClick={() => window.location.reload()}>
          {t('error.reload')}
        </button>
      </main>
    );
  }
}
