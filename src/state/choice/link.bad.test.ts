import { expect, test } from 'vitest';
import { LONGEST_LINK_TEXT } from './checks.ts';
import { parseLink } from './link.ts';

test.each([
  ['layer=-1'],
  ['layer=1e309'],
  ['layer=NaN'],
  ['layer=1000'],
  ['layer=1.5'],
  ['layer='],
  ['heads='],
  ['heads=1,x'],
  ['cell=1'],
  ['cell=1,2,3'],
  ['cell=1,-2'],
  ['mass=2'],
  ['mass=.'],
  ['kind=toString'],
  ['theme=__proto__'],
  ['toString=1&__proto__=2&constructor=3'],
  ['changes='],
  ['changes=off'],
  ['changes=off.x1'],
  ['changes=off.e2h4.half'],
  ['changes=off.e2h4+'],
  ['changes=off.e1000'],
  ['changes=off.e0h4-1'],
  ['changes=off.e0h0-99'],
  ['changes=forbid.e0'],
  ['changes=forbid.e0.8'],
  ['changes=forbid.e0.1-2_3'],
  ['changes=forbid.e0.1_2.later'],
  ['changes=forbid.e0.0_0-2000'],
  ['changes=forbid.e0._0-1999,3_'],
  ['changes=mask.e.window'],
  ['changes=mask.e.block0'],
  ['changes=scale.e.2'],
  ['changes=scale.e.x101'],
  ['changes=scale.e.x1e1'],
  ['changes=positions.c.off'],
  ['changes=positions.e.shift'],
  ['changes=positions.e.off1'],
  ['decoding=often'],
  ['decoding=sample,t9'],
  ['decoding=sample,x1'],
  ['decoding=sample,k0'],
  ['decoding=beam,w9'],
  ['hidden=e2'],
  ['hidden=h1'],
  ['names=e2h4'],
  ['names=e2h4.'],
  ['other=e2'],
  ['other=e2h4,5.text'],
  ['rows='],
  ['rows=1,x'],
  ['rows=5-1'],
  ['inspect=21'],
  ['step=x'],
  ['word=-1'],
  ['shown=never'],
])('%s falls back to its default', (hash) => {
  expect(parseLink({ search: '', hash: `#${hash}` })).toEqual({});
});

test.each(['..', '.', 'A', 'a/b', '', 'a%2Fb', 'ü', 'a'.repeat(65)])('no model is called %j', (name) => {
  expect(parseLink({ search: `?model=${name}`, hash: '' })).toEqual({});
});

const each = (count: number, word: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => word(i)).join(' ');

test.each([
  ['heads', 'heads', each(65, String).replaceAll(' ', ',')],
  ['text', 'text', 'a'.repeat(LONGEST_LINK_TEXT + 1)],
  ['other', 'other', `e2h4.${'a'.repeat(LONGEST_LINK_TEXT + 1)}`],
  ['a name', 'names', `e2h4.${'a'.repeat(41)}`],
  ['names', 'names', each(201, (i) => `e${i}h0.a`).replaceAll(' ', '\n')],
  ['changes', 'changes', each(201, (i) => `off.e${i}h${i % 64}`)],
  ['hidden heads', 'hidden', each(20, (i) => `e${i}h0-63`)],
  ['rows', 'rows', '0-500'],
])('more than a link holds of %s counts as nothing', (_, key, words) => {
  expect(parseLink({ search: '', hash: `#${new URLSearchParams({ [key]: words })}` })).toEqual({});
});

test('short words for far too many cells are refused at once', () => {
  const startMs = performance.now();
  expect(parseLink({ search: '', hash: `#changes=${each(20_000, () => 'forbid.e0._0-1999')}` })).toEqual({});
  expect(parseLink({ search: '', hash: `#hidden=${each(20_000, () => 'e0h0-1999')}` })).toEqual({});
  expect(performance.now() - startMs).toBeLessThan(1000);
});
