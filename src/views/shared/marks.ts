import type { Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { tokenLabel } from '../../layout/index.ts';

/** What the marks are called, in the page's language. */
export interface MarkWords {
  /** The start mark the decoder begins with. */
  readonly startMark: string;
  /** The end mark of a sentence. */
  readonly endMark: string;
}

/** What is written for each token. */
export function labelsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map(tokenLabel);
}

/** What is said for each token: its word, or its mark's name. */
export function spokenOf(tokens: readonly Token[], words: MarkWords | Translate<'mark'>): readonly string[] {
  const { startMark, endMark } =
    typeof words === 'function' ? { startMark: words('mark.start'), endMark: words('mark.end') } : words;
  return tokens.map((token) => {
    if (token.role === 'start') return startMark;
    return token.role === 'end' ? endMark : tokenLabel(token);
  });
}
