import {
  type CompiledMessage,
  type CompiledMessageToken,
  compileMessageOrThrow,
} from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from './catalogue.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** Names and formats of a compiled message's placeholders, nested ones too, sorted. */
function placeholders(message: CompiledMessage): readonly string[] {
  if (typeof message === 'string') return [];
  const parts: readonly CompiledMessageToken[] = message;
  const found = parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    const [name, format, choices] = part;
    const own = format ? `${name}:${format}` : name;
    if (typeof choices !== 'object' || choices === null) return [own];
    const inner: readonly unknown[] = Object.values(choices);
    const nested = inner.flatMap((choice) => (Array.isArray(choice) ? placeholders(choice) : []));
    return [own, ...nested];
  });
  return [...new Set(found)].filter((name) => name !== '#').sort();
}

const entries = Object.entries(en);
const languages = await Promise.all(
  Object.entries(CATALOGUES).map(async ([language, load]) => [language, await load()] as const),
);

/** Every part of a catalogue as it is written, so that two parts with one key are seen. */
const parts = import.meta.glob<Record<string, Record<string, string>>>('./*/*.ts', { eager: true });

describe('catalogues', () => {
  it.each(languages)('%s says each thing in one part only', (language) => {
    const files = Object.entries(parts).filter(
      ([file]) => file.startsWith(`./${language}/`) && !file.endsWith('/index.ts'),
    );
    const keys = files.flatMap(([, module]) => Object.values(module).flatMap(Object.keys));
    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.length).toBe(entries.length);
  });

  it('have all messages of a prefix in one part, the same in every language', () => {
    const places = new Map<string, Set<string>>();
    for (const [file, module] of Object.entries(parts)) {
      if (file.endsWith('/index.ts')) continue;
      for (const key of Object.values(module).flatMap(Object.keys)) {
        const prefix = key.slice(0, key.indexOf('.'));
        places.set(prefix, (places.get(prefix) ?? new Set()).add(file.slice(file.lastIndexOf('/'))));
      }
    }
    expect([...places].filter(([, files]) => files.size > 1)).toEqual([]);
  });

  it.each(languages)('%s has the same keys as the English', (_, catalogue) => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
    expect(entries.length).toBeGreaterThan(150);
  });

  it.each(entries)('%s is sound ICU with the same placeholders in every language', (key, text) => {
    for (const [language, catalogue] of languages) {
      const said = catalogue[key as keyof typeof en];
      expect(said.trim(), language).not.toBe('');
      const own = placeholders(compileMessageOrThrow(said));
      expect(own, language).toEqual(placeholders(compileMessageOrThrow(text)));
    }
  });

  it('finds a placeholder that differs', () => {
    const nested = compileMessageOrThrow('{n, plural, one {# {a}} other {# {a}}} {b}');
    expect(placeholders(nested)).toEqual(['a', 'b', 'n:plural']);
  });

  it('zh-CN is written in Chinese: no half-width comma, full stop or question mark after a Chinese character', () => {
    const wrong = Object.entries(zhCN).filter(([, text]) => /[\u4e00-\u9fff][,.?!:;]/.test(text));
    expect(wrong).toEqual([]);
  });

  it('every plural of the English says both one and other', () => {
    const plurals = entries.filter(([, text]) => text.includes('plural'));
    expect(plurals.length).toBeGreaterThan(0);
    for (const [key, text] of plurals) expect(text, key).toMatch(/one \{.*other \{/);
  });
});
