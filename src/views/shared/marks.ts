import type { Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { joinTokens, tokenLabel, wordRuns } from '../../layout/index.ts';

/** What is written for each token. */
export function labelsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map(tokenLabel);
}

/** What is said for each token: its word, or its mark's name; of a byte which it is of its character. */
export function spokenOf(tokens: readonly Token[], t: Translate<'mark'>): readonly string[] {
  return tokens.map((token) => {
    if (token.byte) return t('mark.byte', { ...token.byte, character: tokenLabel(token) });
    if (token.role === 'start') return t('mark.start');
    return token.role === 'end' ? t('mark.end') : tokenLabel(token);
  });
}

/** For each piece of a word what word it is a piece of, as the pointer is told; nothing for a word of one piece. */
export function pieceTitles(tokens: readonly Token[], t: Translate<'mark'>): readonly (string | undefined)[] {
  const titles: (string | undefined)[] = tokens.map(() => undefined);
  for (const { from, to } of wordRuns(tokens)) {
    const [word] = joinTokens(tokens.slice(from, to + 1));
    if (word) titles.fill(t('mark.piece', { word: tokenLabel(word) }), from, to + 1);
  }
  return titles;
}

/** Where the end marks stand. */
export function endsOf(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ role }, at) => (role === 'end' ? [at] : []));
}
