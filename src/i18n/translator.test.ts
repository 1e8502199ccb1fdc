import { describe, expect, it } from 'vitest';
import {
  type EngineErrorCode,
  LANGUAGES,
  type ModelErrorCode,
  type TokenErrorCode,
} from '../contract/index.ts';
import { createTranslator, isMessageKey, loadLanguage, resolveLanguage } from './index.ts';

await loadLanguage('zh-CN');

const en = createTranslator('en');
const zh = createTranslator('zh-CN');

describe('t', () => {
  it('fills placeholders and plurals', () => {
    expect(en('figure.heading', { encoder: 4, decoder: 4 })).toBe('Transformer, 4 + 4 layers');
    expect(en('sentence.cut', { words: 180 })).toBe(
      'Only the first 180 words fit the model; your text is kept.',
    );
    expect(en('sentence.cut', { words: 1 })).toContain('1 word fits');
    expect(zh('sentence.cut', { words: 180 })).toContain('前 180 个词');
  });

  it('leaves what a person typed as it is, braces and all', () => {
    expect(en('reading.title', { word: "{x} # '{y}'" })).toBe("“{x} # '{y}'” reads");
  });

  it('has a message for every code an error can have', () => {
    type Code = ModelErrorCode | EngineErrorCode | TokenErrorCode | 'crashed';
    // A record, so that the compiler asks for a code that is added later.
    const codes: Record<Code, true> = {
      'not-found': true,
      'not-a-model': true,
      network: true,
      integrity: true,
      format: true,
      unsupported: true,
      shape: true,
      'not-finite': true,
      'bad-request': true,
      backend: true,
      'context-lost': true,
      outdated: true,
      'unknown-id': true,
      crashed: true,
    };
    for (const code of Object.keys(codes)) expect(isMessageKey(`error.${code}`), code).toBe(true);
  });
});

describe('numbers', () => {
  it.each([
    [0.624, '62\u00a0%'],
    [0, '0\u00a0%'],
    [0.0001, '<0.1\u00a0%'],
    [0.001, '0.1\u00a0%'],
    [0.0096, '1\u00a0%'],
    [0.994, '99\u00a0%'],
    [0.996, '99.6\u00a0%'],
    [0.99999, '>99.9\u00a0%'],
    [1, '100\u00a0%'],
  ])('a share of %s is %s', (share, text) => expect(en.percent(share)).toBe(text));

  it.each([
    [0.574, '57\u00a0%'],
    [0.01, '1\u00a0%'],
    [0.003, '0.3\u00a0%'],
    [0.00342, '0.34\u00a0%'],
    [0.000012, '0.0012\u00a0%'],
    [0.000000012, '<0.001\u00a0%'],
    [0, '0\u00a0%'],
  ])('a probability of %s is %s', (share, text) => expect(en.share(share)).toBe(text));

  it('writes per cent without a blank in Chinese', () => expect(zh.percent(0.62)).toBe('62%'));

  it('writes milliseconds as one reads them', () => {
    expect([9.43, 9.96, 61.4, 1204.2].map(en.ms)).toEqual(['9.4', '10', '61', '1,204']);
  });

  it('writes megabytes with one digit', () => expect(en.megabytes(10_600_000)).toBe('10.6'));
});

describe('isMessageKey', () => {
  it('knows the keys and nothing else', () => {
    expect(isMessageKey('headLabel.antecedent')).toBe(true);
    expect(isMessageKey('headLabel.unheardOf')).toBe(false);
    expect(isMessageKey('toString')).toBe(false);
  });
});

describe('resolveLanguage', () => {
  it.each([
    ['auto', ['zh-TW', 'en'], 'zh-CN'],
    ['auto', ['fr-FR', 'en-GB', 'zh'], 'en'],
    ['auto', ['fr'], 'en'],
    ['auto', [], 'en'],
    ['zh-CN', ['en'], 'zh-CN'],
    ['en', ['zh-CN'], 'en'],
  ] as const)('%s with %j is %s', (language, preferred, resolved) => {
    expect(resolveLanguage(language, preferred)).toBe(resolved);
  });

  it('speaks the languages the contract names', () => {
    for (const language of LANGUAGES) {
      expect(createTranslator(resolveLanguage(language, []))('page.name')).toBe('Headlight');
    }
  });
});
