import { describe, expect, it } from 'vitest';
import { createTranslator, loadLanguage } from '../../i18n/index.ts';
import { numberText } from './numberText.ts';

await loadLanguage('zh-CN');

describe.each(['en', 'zh-CN'] as const)('a number of a matrix in %s', (language) => {
  const t = createTranslator(language);

  it('says where it stands and what it is', () => {
    const said = { row: 'it', column: 'animal', value: '0.372', shut: false };
    for (const name of ['I', 'Wq', 'K', 'A', 'Ahat', 'O'] as const) {
      const text = numberText(t, { ...said, name });
      for (const part of ['it', 'animal', '0.372']) expect(text).toContain(part);
    }
    expect(numberText(t, { ...said, name: 'Ahat', shut: true })).not.toContain('0.372');
  });
});
