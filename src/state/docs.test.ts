import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIELD_NAMES, FIELDS } from './fields.ts';

const api = readFileSync(new URL('../../docs/API.md', import.meta.url), 'utf8');

test.each(FIELD_NAMES)('docs/API.md describes the field %s, its key and its words', (name) => {
  const row = api.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
  expect(row).toContain(`\`${FIELDS[name].key}\``);
  const words = [...FIELDS[name].expected.matchAll(/'([a-zA-Z-]+)'/g)].map((match) => match[1]);
  for (const word of words) expect(row).toContain(`\`${word}\``);
});
