import type { Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { tokenLabel } from '../../layout/index.ts';

/** What is written for each token. */
export function labelsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map(tokenLabel);
}

/** What is said for each token: its word, or its mark's name. */
export function spokenOf(tokens: readonly Token[], t: Translate<'mark'>): readonly string[] {
  return tokens.map((token) => {
    if (token.role === 'start') return t('mark.start');
    return token.role === 'end' ? t('mark.end') : tokenLabel(token);
  });
}

/** Where the end marks stand. */
export function endsOf(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ role }, at) => (role === 'end' ? [at] : []));
}
