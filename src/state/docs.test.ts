import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MASKS } from '../contract/index.ts';
import { FIELD_NAMES, FIELDS } from './choice/fields.ts';

const api = readFileSync(new URL('../../docs/API.md', import.meta.url), 'utf8');

/** The changes that a link's words say; undefined for words that are none. */
const readChanges = (words: string) => FIELDS.changes.check(FIELDS.changes.read(words));

test('the words of changes in docs/API.md are such words, in their one form', () => {
  const section = api.slice(api.indexOf('### Changes'), api.indexOf('### Decoding'));
  const rows = section.split('\n').filter((line) => /^\| `(off|forbid|mask|scale|positions)` \|/.test(line));
  const words = rows.flatMap((row) =>
    Array.from((row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g), ([, one]) => one ?? ''),
  );
  expect(words.length).toBeGreaterThan(10);
  for (const one of words) {
    const changes = readChanges(one);
    expect(changes, one).toHaveLength(1);
    expect(changes && readChanges(FIELDS.changes.print(changes)), one).toEqual(changes);
  }
});

test.each(FIELD_NAMES)('docs/API.md describes the field %s, its key and its words', (name) => {
  const row = api.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
  expect(row).toContain(`\`${FIELDS[name].key}\``);
  const words = [...FIELDS[name].expected.matchAll(/'([a-zA-Z-]+)'/g)].map((match) => match[1]);
  for (const word of words) expect(row).toContain(`\`${word}\``);
});

test.each(MASKS)('docs/API.md has the mask %s', (mask) => {
  const row = api.split('\n').find((line) => line.startsWith('| `mask` |'));
  expect(row).toContain(`\`${mask}\``);
});
