import { expect, it } from 'vitest';
import { isAllowed, shipped } from './licences.mjs';

it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0)', 'GPL-2.0 OR BSD-3-Clause', 'MIT AND ISC', '0BSD'])(
  'allows %s',
  (name) => {
    expect(isAllowed(name)).toBe(true);
  },
);

it.each([
  undefined,
  '',
  'GPL-3.0',
  'AGPL-3.0-only',
  'MIT AND GPL-3.0',
  'UNLICENSED',
  'SEE LICENSE IN x',
  '(MIT OR ISC) AND GPL-2.0',
])('refuses %s', (name) => expect(isAllowed(name)).toBe(false));

it('looks at what is shipped and leaves out what only builds and tests', () => {
  const packages = {
    '': { version: '0' },
    'node_modules/a': { version: '1', license: 'MIT' },
    'node_modules/a/node_modules/@b/c': { version: '2', license: 'GPL-3.0' },
    'node_modules/d': { version: '3', license: 'MPL-2.0', dev: true },
  };
  expect(shipped({ packages })).toEqual([
    { name: 'a', version: '1', license: 'MIT' },
    { name: '@b/c', version: '2', license: 'GPL-3.0' },
  ]);
});
