import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';

type Sources = Readonly<Record<string, string>>;
const code: Sources = import.meta.glob(
  ['../**/*.{ts,tsx}', '!../i18n/**', '!../**/*.test.{ts,tsx}', '!../testing/**'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const screens = Object.entries(code).filter(([file]) => /^\.\.\/(views|app|embed)\/.*\.tsx$/.test(file));

const all = Object.values(code).join('\n');
/** Every string of the code, and every template whose beginning is a key's. */
const strings = new Set([...all.matchAll(/'([^'\n]*)'/g)].map(([, text]) => text));
const templates = [
  ...new Set([...all.matchAll(/`([a-zA-Z]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(([, text = '']) => text)),
];

/** What a template's places are filled with in a key, or null where it is none of its keys. */
function filledIn(template: string, key: string): readonly string[] | null {
  const fixed = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${fixed.join('([\\w-]+)')}$`).exec(key)?.slice(1) ?? null;
}

/** Written out in the code; or put together there of a template and words that stand in the code, too. */
const isUsed = (key: string): boolean =>
  strings.has(key) ||
  templates.some((template) => filledIn(template, key)?.every((word) => strings.has(word)) ?? false);

describe('the catalogues', () => {
  it('hold nothing that the code does not say', () => {
    // What heads do is in the model's own words.
    const keys = Object.keys(en).filter((key) => !key.startsWith('headLabel.'));
    const said = (key: string) => key.replace(/\.touch$/, '');
    expect(keys.filter((key) => !isUsed(said(key)))).toEqual([]);
  });

  it('are the only place with words on screen', () => {
    // Greek letters are signs of formulas, and the same in every language.
    const text = /[>}]\s*([^<>{}=;()]*[\p{Script=Latin}\p{Script=Han}][^<>{}=;()]*?)\s*<\//gu;
    const attributes = 'aria-(?:label|description|roledescription|valuetext)|title|label|placeholder|alt';
    const label = new RegExp(`\\b(?:${attributes})="([^"]*[A-Z\\p{Script=Han}][^"]*)"`, 'gu');
    const found = screens.flatMap(([file, source]) =>
      [text, label].flatMap((pattern) => [...source.matchAll(pattern)].map(([, said]) => `${file}: ${said}`)),
    );
    expect(found).toEqual([]);
  });
});
