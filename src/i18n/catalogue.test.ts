import { describe, expect, it, vi } from 'vitest';

describe('a language that is fetched when it is spoken', () => {
  it('is English until its words are here, and its own from then on, which is told once', async () => {
    // Other tests of this run may have fetched it already.
    vi.resetModules();
    const { createTranslator, hasFailed, loadLanguage, spokenNow, watchLanguages } = await import(
      './index.ts'
    );
    let told = 0;
    const stop = watchLanguages(() => {
      told += 1;
    });
    expect(spokenNow('zh-CN')).toBe('en');
    expect(() => createTranslator('zh-CN')).toThrow(
      'createTranslator: language: expected one that is loaded, got zh-CN',
    );
    await loadLanguage('zh-CN');
    await loadLanguage('zh-CN');
    stop();
    await loadLanguage('en');
    expect(told).toBe(1);
    expect(spokenNow('zh-CN')).toBe('zh-CN');
    expect(hasFailed('zh-CN')).toBe(false);
    expect(createTranslator('zh-CN')('settings.language')).toBe('语言');
  });
});
